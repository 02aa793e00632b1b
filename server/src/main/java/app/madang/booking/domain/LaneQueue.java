package app.madang.booking.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Two bounded queues of one lane: the urgent one is drained first. */
final class LaneQueue {

    private final int depthMax;
    private final ArrayDeque<Job> urgent = new ArrayDeque<>();
    private final ArrayDeque<Job> normal = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private boolean closed;

    LaneQueue(int depthMax) {
        this.depthMax = depthMax;
    }

    /** False when the queue is full or closed. */
    boolean offer(Job job) {
        lock.lock();
        try {
            var queue = job.isUrgent() ? urgent : normal;
            if (closed || queue.size() >= depthMax) {
                return false;
            }
            queue.add(job);
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work and takes at most {@code max} jobs; an empty list means closed and drained. */
    List<Job> take(int max) throws InterruptedException {
        lock.lock();
        try {
            while (urgent.isEmpty() && normal.isEmpty()) {
                if (closed) {
                    return List.of();
                }
                filled.await();
            }
            var jobs = new ArrayList<Job>(Math.min(max, urgent.size() + normal.size()));
            while (jobs.size() < max && !urgent.isEmpty()) {
                jobs.add(urgent.poll());
            }
            while (jobs.size() < max && !normal.isEmpty()) {
                jobs.add(normal.poll());
            }
            return jobs;
        } finally {
            lock.unlock();
        }
    }

    int depth() {
        lock.lock();
        try {
            return urgent.size() + normal.size();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
