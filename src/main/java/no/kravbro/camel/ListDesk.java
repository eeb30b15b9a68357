package no.kravbro.camel;

import no.kravbro.transfer.list.CollectionLists;
import org.springframework.stereotype.Component;

/** Watches the last minutes before a cut-off. */
@Component("listDesk")
public class ListDesk {

    private final CollectionLists lists;

    public ListDesk(CollectionLists lists) {
        this.lists = lists;
    }

    public void guard() {
        lists.guard();
    }
}
