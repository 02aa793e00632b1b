package app.madang.identity.domain;

import app.madang.shared.Refusal;

/** How a log-in or refresh ended. */
public sealed interface Entry {

    /** @param created whether the account is new */
    record Granted(String accessToken, String refreshToken, long serialId, boolean created) implements Entry {}

    record Refused(Refusal refusal) implements Entry {}
}
