package app.madang.realtime.hub;

/** Where frames for one client go. Never blocks. */
public interface Outlet {

    /** Queues a reply the client asked for; a client that does not take its replies is disconnected. */
    void send(Frame frame);

    /**
     * Queues news unless the client lags behind.
     *
     * @param onCaughtUp called once, with no lock held, when the client has taken everything queued before
     * @return false when the client lags: the frame is dropped and {@code onCaughtUp} will be called
     */
    boolean offer(Frame frame, Runnable onCaughtUp);
}
