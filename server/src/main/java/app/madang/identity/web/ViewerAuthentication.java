package app.madang.identity.web;

import app.madang.identity.Viewer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A viewer as Spring Security carries it; named by the account's id, which keeps idempotency keys apart. */
final class ViewerAuthentication extends AbstractAuthenticationToken {

    private final transient Viewer viewer;

    ViewerAuthentication(Viewer viewer) {
        super(List.of());
        this.viewer = viewer;
        setAuthenticated(true);
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return viewer.accountId().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ViewerAuthentication that && viewer.equals(that.viewer);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(viewer);
    }
}
