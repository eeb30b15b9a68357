package no.kravbro.api;

import java.util.List;

/**
 * Part of a list. Pages count from 0.
 *
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
