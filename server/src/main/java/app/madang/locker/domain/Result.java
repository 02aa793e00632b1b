package app.madang.locker.domain;

import app.madang.shared.Refusal;
import java.util.List;

/** What became of a change: a value, fields to correct, or a refusal. */
public sealed interface Result<T> {

    record Done<T>(T value) implements Result<T> {}

    record Wrong<T>(List<FieldError> errors) implements Result<T> {}

    record Refused<T>(Refusal refusal) implements Result<T> {}
}
