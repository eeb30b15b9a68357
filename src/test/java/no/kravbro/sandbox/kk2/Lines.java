package no.kravbro.sandbox.kk2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.trade.FeeTable;

/** The lines of one voucher, numbered as they come; nothing is nothing. */
final class Lines {

    private static final int RECEIVABLES = 1500;
    private static final int INTEREST = 8050;
    private static final int FEES = 3909;
    private static final int COSTS = 7309;

    final List<Map<String, Object>> all = new ArrayList<>();
    private final CaseRow row;

    Lines(CaseRow row) {
        this.row = row;
    }

    Lines add(String kind, int account, long ore) {
        return add(kind, account, ore, null);
    }

    Lines add(String kind, int account, long ore, String product) {
        if (ore != 0) {
            all.add(Json.object(
                    "linjenr", all.size() + 1, "art", kind, "konto", account, "belop", ore, "produktnummer", product));
        }
        return this;
    }

    void vat(long ore, long base) {
        all.add(Json.object(
                "linjenr",
                all.size() + 1,
                "art",
                "MVA",
                "mvaKode",
                "1",
                "belop",
                ore,
                "mvaGrunnlag",
                base,
                "mvaSats",
                FeeTable.VAT_PERCENT));
    }

    Lines receivable(long ore) {
        add("HOVEDSTOL", RECEIVABLES, ore);
        if (ore != 0) {
            Map<String, Object> line = all.get(all.size() - 1);
            line.put("kundenummer", row.customerNumber);
            line.put("fakturanummer", row.invoiceNumber);
        }
        return this;
    }

    Lines covered(Cover cover) {
        receivable(-cover.principal());
        add("RENTE", INTEREST, -cover.interest(), "R100");
        add("PURREGEBYR", FEES, -cover.reminderFee(), "S100");
        add("SALAER", FEES, -cover.collectionFee(), "S100");
        return add("SAKSKOSTNAD", COSTS, -cover.costs(), "O100");
    }
}
