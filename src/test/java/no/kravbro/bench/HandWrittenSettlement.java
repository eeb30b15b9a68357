package no.kravbro.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A settlement straight off the stream, checked, and as far as it is booked. */
final class HandWrittenSettlement {

    String raw;
    String id;
    String claimKey;
    String caseNumber;
    String invoiceNumber;
    String day;
    long grossOre;
    long agencyOre;
    long netOre;
    long principalOre;
    long interestOre;
    String remittance;
    String bankText;
    String payoutDay;
    int members;
    long payoutOre;

    /** The parser stands on the object's start and is left on its end. */
    static HandWrittenSettlement read(JsonParser parser) throws IOException {
        HandWrittenSettlement settlement = new HandWrittenSettlement();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "settlementId" -> settlement.id = parser.getText();
                case "settlementDate" -> settlement.day = parser.getText();
                case "caseNumber" -> settlement.caseNumber = parser.getText();
                case "invoiceNumber" -> settlement.invoiceNumber = parser.getText();
                case "uniqueSourceInvoiceId" -> settlement.claimKey = parser.getText();
                case "gross" -> settlement.grossOre = HandWrittenInvoice.ore(parser);
                case "agencyTotal" -> settlement.agencyOre = HandWrittenInvoice.ore(parser);
                case "netToCreditor" -> settlement.netOre = HandWrittenInvoice.ore(parser);
                case "lines" -> settlement.lines(parser);
                case "remittance" -> settlement.remittance(parser);
                default -> parser.skipChildren();
            }
        }
        return settlement;
    }

    private void lines(JsonParser parser) throws IOException {
        long paid = 0;
        long kept = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String kind = null;
            long ours = 0;
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "kind" -> kind = parser.getText();
                    case "paid" -> paid += HandWrittenInvoice.ore(parser);
                    case "toCreditor" -> ours = HandWrittenInvoice.ore(parser);
                    case "toAgency" -> kept += HandWrittenInvoice.ore(parser);
                    default -> parser.skipChildren();
                }
            }
            if ("PRINCIPAL".equals(kind)) {
                principalOre += ours;
            } else {
                interestOre += ours;
            }
        }
        if (paid != grossOre || kept != agencyOre || principalOre + interestOre != netOre) {
            throw new IOException("The sums of " + id + " are wrong");
        }
    }

    private void remittance(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "voucherNumber" -> remittance = parser.getText();
                case "bankText" -> bankText = parser.getText();
                case "payoutDate" -> payoutDay = parser.getText();
                case "settlementCount" -> members = parser.getIntValue();
                case "netPayout" -> payoutOre = HandWrittenInvoice.ore(parser);
                default -> parser.skipChildren();
            }
        }
    }

    /** What is kept of it. */
    String event() {
        return "{\"id\":\"" + id + "\",\"claimKey\":\"" + claimKey + "\",\"caseNumber\":\"" + caseNumber
                + "\",\"invoiceNumber\":\"" + invoiceNumber + "\",\"settlementDate\":\"" + day + "\",\"grossOre\":"
                + grossOre
                + ",\"agencyTotalOre\":" + agencyOre + ",\"netToCreditorOre\":" + netOre
                + ",\"lines\":[{\"kind\":\"PRINCIPAL\",\"toCreditorOre\":" + principalOre
                + "},{\"kind\":\"LATE_INTEREST\",\"toCreditorOre\":" + interestOre + "}],\"remittance\":{\"number\":\""
                + remittance + "\",\"netPayoutOre\":" + payoutOre + "}}";
    }
}
