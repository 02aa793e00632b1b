package app.madang.locker.domain;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Things to do once what was written is true: now, or when the transaction around has been committed. */
final class AfterCommit {

    private AfterCommit() {}

    static void run(Runnable action) {
        if (!isInTransaction()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
