package app.madang.booking.web;

import app.madang.shared.Refusal;

/** The pool belongs to a product that checks rules of its own first. */
record NotDirect() implements Refusal {

    @Override
    public String code() {
        return "not_direct";
    }

    @Override
    public Kind kind() {
        return Kind.FORBIDDEN;
    }
}
