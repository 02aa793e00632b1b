package app.madang.identity.domain;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps this node's copies of keys and ended log-ins no older than a second. */
@Component
class FollowDatabase implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FollowDatabase.class);
    private static final Duration PACE = Duration.ofMillis(800);

    private final SigningKeys keys;
    private final EndedSessions ended;
    private final AccessTokens tokens;
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    FollowDatabase(SigningKeys keys, EndedSessions ended, AccessTokens tokens) {
        this.keys = keys;
        this.ended = ended;
        this.tokens = tokens;
    }

    /** Reads once before the first request can come; a database that is not there stops the start. */
    @Override
    public void start() {
        refresh();
        running = true;
        thread = Thread.ofPlatform().daemon().name("identity-follow").start(this::follow);
    }

    private void follow() {
        var failing = false;
        while (running) {
            try {
                Thread.sleep(PACE);
                refresh();
                failing = false;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failing) {
                    log.warn("Ended log-ins and keys cannot be read: {}", e.getMessage());
                }
                failing = true;
            }
        }
    }

    private void refresh() {
        ended.refresh();
        if (keys.refresh()) {
            tokens.forget();
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, after which requests come. */
    @Override
    public int getPhase() {
        return 0;
    }
}
