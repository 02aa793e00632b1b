package app.madang.web.idempotency;

import app.madang.web.Answers;
import app.madang.web.WebRefusal;
import app.madang.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a handler inside the transaction that keeps its answer. The key's row is written first: of two requests with one
 * key the later waits on the unique index until the earlier has committed, and then repeats its answer.
 */
@Component
class KeptTransaction {

    private static final Logger log = LoggerFactory.getLogger(KeptTransaction.class);

    /** Requests of one key on this node wait here and not with a connection in their hands. */
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(1024).toArray(ReentrantLock[]::new);

    private final KeptAnswerStore store;
    private final TransactionTemplate transactions;
    private final Problems problems;

    KeptTransaction(KeptAnswerStore store, PlatformTransactionManager transactions, Problems problems) {
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
        this.problems = problems;
    }

    void run(Answers.Key key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var turn = turns[Math.floorMod(key.hashCode(), turns.length)];
        turn.lock();
        try {
            inTransaction(key, request, response, chain);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Nothing was kept of {}: {}", key.route(), e.getMessage());
            response.resetBuffer();
            problems.write(request, response, WebRefusal.UNAVAILABLE);
        } catch (Failed e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case ServletException servlet -> throw servlet;
                case null, default -> throw e;
            }
        } finally {
            turn.unlock();
        }
    }

    private void inTransaction(
            Answers.Key key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var caught = new ContentCachingResponseWrapper(response);
        var earlier = transactions.execute(transaction -> {
            if (!store.claim(key, request.fingerprint())) {
                return store.read(key);
            }
            try {
                chain.doFilter(request, caught);
            } catch (IOException | ServletException e) {
                throw new Failed(e);
            }
            if (caught.getStatus() >= 200 && caught.getStatus() < 300) {
                store.keep(key, kept(request, caught));
            } else {
                transaction.setRollbackOnly();
            }
            return null;
        });
        if (earlier == null) {
            caught.copyBodyToResponse();
        } else if (earlier.fingerprint().equals(request.fingerprint())) {
            repeat(earlier, response);
        } else {
            problems.write(request, response, WebRefusal.IDEMPOTENCY_KEY_REUSED);
        }
    }

    private static KeptAnswerStore.Kept kept(RepeatableRequest request, ContentCachingResponseWrapper caught) {
        return new KeptAnswerStore.Kept(
                request.fingerprint(),
                caught.getStatus(),
                caught.getContentType(),
                caught.getHeader(HttpHeaders.LOCATION),
                caught.getHeader(HttpHeaders.ETAG),
                new String(caught.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void repeat(KeptAnswerStore.Kept kept, HttpServletResponse response) throws IOException {
        response.setStatus(kept.status());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (kept.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, kept.location());
        }
        if (kept.entityTag() != null) {
            response.setHeader(HttpHeaders.ETAG, kept.entityTag());
        }
        if (kept.contentType() != null) {
            response.setContentType(kept.contentType());
        }
        var body = kept.body().getBytes(StandardCharsets.UTF_8);
        if (body.length > 0) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private static final class Failed extends RuntimeException {
        Failed(Exception cause) {
            super(cause);
        }
    }
}
