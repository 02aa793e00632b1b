package app.madang.booking.domain;

import app.madang.booking.BookingRefusal.Busy;
import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.booking.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hot entrance: commands queue in the lane of their pool; each lane writes one batch after the other. */
final class Lanes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final List<LaneQueue> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Lanes(EngineSettings settings, Supplier<Writer> writers) {
        for (var i = 0; i < settings.lanes(); i++) {
            var queue = new LaneQueue(settings.queueMax());
            var writer = writers.get();
            queues.add(queue);
            threads.add(Thread.ofPlatform().name("lane-" + i).start(() -> work(queue, writer, settings.batchMax())));
        }
    }

    /** Waits until the answer is durable. */
    Outcome submit(Command command, @Nullable Receipt receipt) {
        var job = new Job(command, receipt);
        if (!queueOf(command.poolId()).offer(job)) {
            return new Outcome.Refused(new Busy());
        }
        try {
            return job.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Queues a command whose answer nobody waits for; dropped when the queue is full. */
    void submitAside(Command command) {
        queueOf(command.poolId()).offer(new Job(command, null));
    }

    int depth() {
        return queues.stream().mapToInt(LaneQueue::depth).sum();
    }

    private LaneQueue queueOf(UUID poolId) {
        return queues.get(Math.floorMod(poolId.hashCode(), queues.size()));
    }

    private static void work(LaneQueue queue, Writer writer, int batchMax) {
        while (true) {
            List<Job> jobs = List.of();
            try {
                jobs = queue.take(batchMax);
                if (jobs.isEmpty()) {
                    return;
                }
                writer.run(jobs);
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // A lane must outlive whatever befalls one batch; whoever waits for it learns of it.
                log.error("a batch failed", e);
                jobs.forEach(job -> job.answer().completeExceptionally(e));
            }
        }
    }

    /** Answers what is queued, then ends. */
    @Override
    public void close() {
        queues.forEach(LaneQueue::close);
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
