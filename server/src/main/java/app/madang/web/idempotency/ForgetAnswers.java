package app.madang.web.idempotency;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes answers nobody may ask for again. Every node does; they do not get into each other's way. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ForgetAnswers {

    private static final Logger log = LoggerFactory.getLogger(ForgetAnswers.class);

    private final KeptAnswerStore store;

    ForgetAnswers(KeptAnswerStore store) {
        this.store = store;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
    void forget() {
        var forgotten = store.forget();
        if (forgotten > 0) {
            log.info("Forgot {} kept answers", forgotten);
        }
    }
}
