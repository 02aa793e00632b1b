package app.madang.bench;

import java.util.ArrayDeque;
import java.util.Random;

/** People taking lockers. */
abstract class Holding implements Work {

    static final byte[] MADANG = Wire.bytes("POST /api/v1/lockers/");
    static final byte[] ONE_TRANSACTION = Wire.bytes("POST /api/v1/bench/one-transaction/lockers/");

    final Requests requests;
    final byte[] post;

    private Holding(Requests requests, byte[] post) {
        this.requests = requests;
        this.post = post;
    }

    /** Everybody takes a free locker of their own, until everybody has one. */
    static Holding allWinning(Requests requests, byte[] post, int accounts) {
        return new Holding(requests, post) {
            private int next;

            @Override
            public boolean next(Wire wire) {
                if (next == accounts) {
                    return false;
                }
                requests.hold(wire, next, post, Campus.FIRST_PLENTIFUL + next);
                next++;
                return true;
            }
        };
    }

    /** Whoever comes wants any one of 300 lockers; who wins gives it back after a second. */
    static Holding contended(Requests requests, byte[] post, int accounts, long seed) {
        return new Contended(requests, post, accounts, seed);
    }

    private static final class Contended extends Holding {

        private static final long KEPT_NANOS = 1_000_000_000L;

        private record Won(int account, int locker, long atNanos) {}

        private final ArrayDeque<Won> won = new ArrayDeque<>();
        private final Random random;
        private final int accounts;

        Contended(Requests requests, byte[] post, int accounts, long seed) {
            super(requests, post);
            this.accounts = accounts;
            random = new Random(seed);
        }

        @Override
        public boolean next(Wire wire) {
            var oldest = won.peek();
            if (oldest != null && System.nanoTime() - oldest.atNanos() > KEPT_NANOS) {
                won.poll();
                wire.aside = true;
                requests.releaseHold(wire, oldest.account(), post, oldest.locker());
                return true;
            }
            wire.account = random.nextInt(accounts);
            wire.thing = 1 + random.nextInt(Campus.CONTENDED);
            requests.hold(wire, wire.account, post, wire.thing);
            return true;
        }

        @Override
        public void answered(Wire wire) {
            if (!wire.aside && wire.status == 201) {
                won.add(new Won(wire.account, wire.thing, System.nanoTime()));
            }
        }
    }
}
