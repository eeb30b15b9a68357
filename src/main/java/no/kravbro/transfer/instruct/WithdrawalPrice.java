package no.kravbro.transfer.instruct;

import java.time.LocalDate;
import no.kravbro.agency.Capabilities.Price;

/**
 * What it costs to take a claim back now.
 *
 * @param basis how it is known
 * @param priceOre without VAT; null = nobody knows
 * @param vatOre on top of it, or null where the agency has not said
 * @param freeUntil last day without cost, or null where it is not known
 */
public record WithdrawalPrice(Price basis, Long priceOre, Long vatOre, LocalDate freeUntil) {}
