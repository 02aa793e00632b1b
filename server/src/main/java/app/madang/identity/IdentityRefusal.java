package app.madang.identity;

import app.madang.shared.Refusal;
import java.time.Duration;
import java.util.Map;

/** Every no of identity. */
public sealed interface IdentityRefusal extends Refusal {

    /** No token came with the request. */
    record Unauthenticated() implements IdentityRefusal {
        @Override
        public String code() {
            return "unauthenticated";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }
    }

    /** The token has run out, was ended, or is none of ours. */
    record TokenInvalid() implements IdentityRefusal {
        @Override
        public String code() {
            return "token_invalid";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }
    }

    /** Wrong handle, e-mail or password; it is not said which. */
    record WrongLogin() implements IdentityRefusal {
        @Override
        public String code() {
            return "wrong_login";
        }

        @Override
        public Kind kind() {
            return Kind.UNAUTHENTICATED;
        }
    }

    /** The role does not reach. */
    record Forbidden() implements IdentityRefusal {
        @Override
        public String code() {
            return "forbidden";
        }
    }

    /** Only people of the imported roster may register. */
    record NotOnRoster() implements IdentityRefusal {
        @Override
        public String code() {
            return "not_on_roster";
        }
    }

    /** The student id is known under another name or phone number. */
    record IdentityMismatch() implements IdentityRefusal {
        @Override
        public String code() {
            return "identity_mismatch";
        }
    }

    /** Too many failed log-ins. */
    record TooManyAttempts(Duration pause) implements IdentityRefusal {
        @Override
        public String code() {
            return "too_many_attempts";
        }

        @Override
        public Kind kind() {
            return Kind.TOO_MANY;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("retry_after", Math.max(1, pause.plusMillis(999).toSeconds()));
        }
    }

    /** More passwords are being checked than the machine can bear. */
    record LoginBusy() implements IdentityRefusal {
        @Override
        public String code() {
            return "login_busy";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("retry_after", 2);
        }
    }

    record NoSuchSession() implements IdentityRefusal {
        @Override
        public String code() {
            return "no_such_session";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record NoSuchAccount() implements IdentityRefusal {
        @Override
        public String code() {
            return "no_such_account";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record NoSuchRequest() implements IdentityRefusal {
        @Override
        public String code() {
            return "no_such_request";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    /** Another admin was faster. */
    record RequestResolved() implements IdentityRefusal {
        @Override
        public String code() {
            return "request_resolved";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** A community without an admin could never get one again. */
    record LastAdmin() implements IdentityRefusal {
        @Override
        public String code() {
            return "last_admin";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    @Override
    default Kind kind() {
        return Kind.FORBIDDEN;
    }
}
