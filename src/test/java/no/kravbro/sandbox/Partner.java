package no.kravbro.sandbox;

/** A far side as a plain function: one request in, one answer out. Server and faults are wrapped around it. */
public interface Partner {

    Reply handle(Call call);

    /** Its own way to say that it failed with this status (423, 429, 500, 503); used by faults. */
    default Reply failure(int status) {
        return Reply.empty(status);
    }

    /** The call under a path that tells what is asked for, where the wire has one address for all; for faults and the call log. */
    default Call named(Call call) {
        return call;
    }
}
