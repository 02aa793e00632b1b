package app.madang.locker.domain;

/** What is wrong with one field of a request; {@code message} is the key of a text. */
public record FieldError(String field, String message) {}
