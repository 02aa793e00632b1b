package app.madang.identity.domain;

import app.madang.identity.Role;
import app.madang.shared.Ids;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the account {@code admin} at the first start, before the first request is answered: whoever finds the server
 * healthy can log in. A password we made up is printed once, and never logged.
 */
@Component
class FirstAdmin implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);
    private static final String HANDLE = "admin";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    private final AccountStore accounts;
    private final Passwords passwords;
    private final String configured;

    FirstAdmin(AccountStore accounts, Passwords passwords, @Value("${madang.admin-password:}") String configured) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.configured = configured;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (accounts.exists(HANDLE)) {
            return;
        }
        var password = configured.isBlank() ? generate() : configured;
        var created = accounts.createWithPassword(Ids.next(), HANDLE, "관리자", passwords.encode(password), Role.ADMIN);
        if (!created) {
            return; // another node was faster
        }
        log.info("Made the account {}", HANDLE);
        if (configured.isBlank()) {
            print(password);
        }
    }

    @SuppressWarnings("SystemOut") // for the one who installs, not for the log
    private static void print(String password) {
        System.out.println();
        System.out.println("    관리자 계정 / admin account:  " + HANDLE + "  " + password);
        System.out.println("    다시 보여 드리지 않아요. / It will not be shown again.");
        System.out.println();
    }

    private static String generate() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
