package app.madang.identity.web;

import app.madang.identity.Anonymous;
import app.madang.identity.IdentityRefusal;
import app.madang.identity.Viewer;
import app.madang.identity.domain.Client;
import app.madang.identity.domain.EndLogIn;
import app.madang.identity.domain.Entry;
import app.madang.identity.domain.IdentitySettings;
import app.madang.identity.domain.LogInOrRegister;
import app.madang.identity.domain.PasswordLogIn;
import app.madang.identity.domain.RefreshLogIn;
import app.madang.web.FixedContract;
import app.madang.web.Problem;
import app.madang.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Log-in, refresh and log-out, as the fixed contract has them. */
@RestController
@RequestMapping("/api/v1/auth")
@Anonymous
@FixedContract
class AuthController {

    record LoginOrRegister(
            @Nullable String studentId,
            @Nullable String name,
            @Nullable String phoneNumber) {}

    record Login(@Nullable String login, @Nullable String password) {}

    record RefreshToken(@Nullable String refreshToken) {}

    record Refresh(@Nullable String refreshToken, @Nullable String accessToken) {}

    record Tokens(String accessToken, String refreshToken, long serialId) {}

    /** What a browser gets, whose tokens are in cookies. */
    record InCookies(long serialId) {}

    private final LogInOrRegister logInOrRegister;
    private final PasswordLogIn passwordLogIn;
    private final RefreshLogIn refreshLogIn;
    private final EndLogIn endLogIn;
    private final IdentitySettings settings;
    private final Forms forms;
    private final Texts texts;

    AuthController(
            LogInOrRegister logInOrRegister,
            PasswordLogIn passwordLogIn,
            RefreshLogIn refreshLogIn,
            EndLogIn endLogIn,
            IdentitySettings settings,
            Forms forms,
            Texts texts) {
        this.logInOrRegister = logInOrRegister;
        this.passwordLogIn = passwordLogIn;
        this.refreshLogIn = refreshLogIn;
        this.endLogIn = endLogIn;
        this.settings = settings;
        this.forms = forms;
        this.texts = texts;
    }

    @PostMapping("/login-or-register")
    ResponseEntity<Object> loginOrRegister(
            @RequestBody LoginOrRegister form, HttpServletRequest request, HttpServletResponse response) {
        var applicant = forms.applicant(form.studentId(), form.name(), form.phoneNumber());
        return answer(logInOrRegister.enter(applicant, client(request)), request, response);
    }

    @PostMapping("/login")
    ResponseEntity<Object> login(@RequestBody Login form, HttpServletRequest request, HttpServletResponse response) {
        var login = forms.required("login", form.login());
        var password = forms.required("password", form.password());
        return answer(passwordLogIn.login(login, password, client(request)), request, response);
    }

    /** An access token that comes along, as bearer or in the body, is dead with the refresh token. */
    @PostMapping("/refresh")
    ResponseEntity<Object> refresh(
            @RequestBody(required = false) @Nullable Refresh form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var given = form == null ? null : form.refreshToken();
        var inCookie = given == null && SessionCookies.areWanted(request);
        var token = inCookie ? SessionCookies.in(request).refreshToken() : given;
        if (token == null) {
            throw new Problem(inCookie ? new IdentityRefusal.Unauthenticated() : forms.missing("refresh_token"));
        }
        var replaced = Stream.of(
                        Optional.ofNullable(TokenFilter.bearer(request)),
                        Optional.ofNullable(form).map(Refresh::accessToken))
                .flatMap(Optional::stream)
                .toList();
        return answer(refreshLogIn.refresh(token, replaced, inCookie, client(request)), request, response);
    }

    /** Ends the log-in of the bearer, of the refresh token, or of both when they differ. */
    @PostMapping("/logout")
    Map<String, String> logout(
            @RequestBody(required = false) @Nullable RefreshToken form,
            @AuthenticationPrincipal @Nullable Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookies = SessionCookies.in(request);
        var token = form != null && form.refreshToken() != null ? form.refreshToken() : cookies.refreshToken();
        var session = token == null ? null : endLogIn.byRefreshToken(token).orElse(null);
        if (viewer == null && session == null) {
            throw new Problem(new IdentityRefusal.Unauthenticated());
        }
        if (viewer != null) {
            endLogIn.logout(viewer.sessionId());
        }
        if (session != null && (viewer == null || !session.equals(viewer.sessionId()))) {
            endLogIn.logout(session);
        }
        if (!cookies.isEmpty()) {
            SessionCookies.clear(request, response);
        }
        return Map.of("message", texts.get("logged_out"));
    }

    private ResponseEntity<Object> answer(Entry entry, HttpServletRequest request, HttpServletResponse response) {
        return switch (entry) {
            case Entry.Refused refused -> throw new Problem(refused.refusal());
            case Entry.Granted granted -> {
                var status = granted.created() ? 201 : 200;
                if (SessionCookies.areWanted(request)) {
                    SessionCookies.set(request, response, granted, settings);
                    yield ResponseEntity.status(status).body(new InCookies(granted.serialId()));
                }
                yield ResponseEntity.status(status)
                        .body(new Tokens(granted.accessToken(), granted.refreshToken(), granted.serialId()));
            }
        };
    }

    static Client client(HttpServletRequest request) {
        return Client.of(request.getRemoteAddr(), request.getHeader("User-Agent"));
    }
}
