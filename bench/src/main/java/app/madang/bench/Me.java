package app.madang.bench;

import java.util.Random;

/** People asking who they are: the cheapest read that needs a log-in, by the same people in the same manner. */
final class Me implements Work {

    private final Requests requests;
    private final int accounts;
    private final boolean inAnyOrder;
    private final Random random = new Random(1);
    private int next;

    Me(Requests requests, int accounts, boolean inAnyOrder) {
        this.requests = requests;
        this.accounts = accounts;
        this.inAnyOrder = inAnyOrder;
    }

    @Override
    public boolean next(Wire wire) {
        requests.me(wire, inAnyOrder ? random.nextInt(accounts) : next++ % accounts);
        return true;
    }
}
