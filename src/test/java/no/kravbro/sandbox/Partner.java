package no.kravbro.sandbox;

/** A far side as a plain function: one request in, one answer out. Server and faults are wrapped around it. */
public interface Partner {

    Reply handle(Call call);
}
