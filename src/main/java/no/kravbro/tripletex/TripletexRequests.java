package no.kravbro.tripletex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kravbro.money.Money;

/**
 * Every call we make, with the parameters that the 2.74.00 document knows and no other: an unknown one is silently
 * ignored and widens the result. Amounts in øre, days are Oslo days.
 */
public final class TripletexRequests {

    /** Most ids in one re-read; keeps the address short. */
    public static final int IDS_PER_CALL = 100;

    static final String INVOICE_FIELDS = "id,invoiceNumber,invoiceDate,invoiceDueDate,kid,amount,amountCurrency,"
            + "amountOutstanding,amountCurrencyOutstanding,isCreditNote,isCredited,currency(code),voucher(id),"
            + "invoiceRemark(postponeRemindersTo),"
            + "customer(id,customerNumber,name,isPrivateIndividual,organizationNumber,email,invoiceEmail,"
            + "overdueNoticeEmail,phoneNumber,phoneNumberMobile,isFactoring,isAutomaticSoftReminderEnabled,"
            + "isAutomaticReminderEnabled,isAutomaticNoticeOfDebtCollectionEnabled,"
            + "category1(name),category2(name),category3(name),"
            + "postalAddress(addressLine1,addressLine2,postalCode,city,country(isoAlpha2Code))),"
            + "postings(id,date,amount,description,account(id,number),voucher(id,number,year),type,closeGroup(id))";

    static final String VOUCHER_FIELDS = "id,number,year,date,externalVoucherNumber,"
            + "postings(id,row,date,amount,amountGross,account(id),customer(id),closeGroup(id),systemGenerated)";

    private static final String INVOICE_AFTER_BOOKING = "id,amountOutstanding,amountCurrencyOutstanding,isCredited,"
            + "currency(code),postings(id,date,amount,account(id),type,closeGroup(id))";

    /** What tells money from losses and credits, and a voucher of ours from a person's. */
    static final String VOUCHER_EVIDENCE = "id,date,description,externalVoucherNumber,reverseVoucher(id),"
            + "postings(id,amount,description,account(number))";

    private static final String INTERIM_FIELDS = "id,date,amount,description,account(number),"
            + "voucher(id,description,externalVoucherNumber,postings(id))";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TripletexRequests() {}

    /** @param expires day at whose start, Oslo time, the session dies */
    public static TripletexRequest createSession(String consumerToken, String employeeToken, LocalDate expires) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("consumerToken", consumerToken);
        body.put("employeeToken", employeeToken);
        body.put("expirationDate", expires.toString());
        return new TripletexRequest("POST", "/token/session/:create", Map.of(), json(body));
    }

    /** One page of invoices dated in the window, oldest id first so that offsets hold. */
    public static TripletexRequest invoices(DayWindow window, int from, int count) {
        Map<String, String> query = dated(window);
        query.put("from", Integer.toString(from));
        query.put("count", Integer.toString(count));
        query.put("sorting", "id");
        query.put("fields", INVOICE_FIELDS);
        return TripletexRequest.get("/invoice", query);
    }

    /** Invoices we hold, read again; the window must reach over all their dates, for the API demands one. */
    public static TripletexRequest invoicesById(Collection<Long> ids, DayWindow window) {
        if (ids.isEmpty() || ids.size() > IDS_PER_CALL) {
            throw new IllegalArgumentException("1 to " + IDS_PER_CALL + " ids in one call, not " + ids.size());
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("id", joined(ids));
        query.putAll(dated(window));
        query.put("count", Integer.toString(IDS_PER_CALL));
        query.put("sorting", "id");
        query.put("fields", INVOICE_FIELDS);
        return TripletexRequest.get("/invoice", query);
    }

    /** One invoice after a booking: what is left and which postings stand on it. */
    public static TripletexRequest invoiceReadBack(long invoiceId) {
        return TripletexRequest.get("/invoice/" + invoiceId, Map.of("fields", INVOICE_AFTER_BOOKING));
    }

    public static TripletexRequest accounts(Collection<Integer> numbers) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("number", numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        query.put("count", "1000");
        query.put(
                "fields",
                "id,number,ledgerType,vatLocked,vatType(id),isInactive,isBankAccount,"
                        + "requiresDepartment,requiresProject");
        return TripletexRequest.get("/ledger/account", query);
    }

    /** Accounting periods that overlap the window; their {@code end} is the first day after them. */
    public static TripletexRequest accountingPeriods(DayWindow window) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("startTo", window.to().toString());
        query.put("endFrom", window.from().plusDays(1).toString());
        query.put("count", "1000");
        query.put("fields", "id,start,end,isClosed");
        return TripletexRequest.get("/ledger/accountingPeriod", query);
    }

    public static TripletexRequest paymentTypes() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("count", "1000");
        query.put("fields", "id,description,debitAccount(id),currencyCode");
        return TripletexRequest.get("/invoice/paymentType", query);
    }

    /**
     * @param voucher body, made by map/voucher.jslt
     * @param sendToLedger false leaves it for a person
     */
    public static TripletexRequest createVoucher(String voucher, boolean sendToLedger) {
        Map<String, String> query = Map.of("sendToLedger", Boolean.toString(sendToLedger));
        return new TripletexRequest("POST", "/ledger/voucher", query, voucher);
    }

    /** Finds our voucher by our key; two hits are enough to know that it is not one. */
    public static TripletexRequest findVoucher(String key) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("externalVoucherNumber", key);
        query.put("count", "10");
        query.put("fields", VOUCHER_FIELDS);
        return TripletexRequest.get("/ledger/voucher/%3EexternalVoucherNumber", query);
    }

    /** Vouchers dated in the window that wait for a person. */
    public static TripletexRequest waitingVouchers(DayWindow window) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("dateFrom", window.from().toString());
        query.put("dateTo", window.to().toString());
        query.put("includeNonApproved", "true");
        query.put("count", "1000");
        query.put("fields", VOUCHER_FIELDS);
        return TripletexRequest.get("/ledger/voucher/%3EnonPosted", query);
    }

    /** Those of the vouchers that stand in the books; the window must reach over all their dates, for the API demands one. */
    public static TripletexRequest vouchersById(Collection<Long> ids, DayWindow window) {
        return vouchersById(ids, window, VOUCHER_FIELDS);
    }

    /** The same, with what tells what kind of voucher each is. */
    public static TripletexRequest voucherEvidence(Collection<Long> ids, DayWindow window) {
        return vouchersById(ids, window, VOUCHER_EVIDENCE);
    }

    private static TripletexRequest vouchersById(Collection<Long> ids, DayWindow window, String fields) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("id", joined(ids));
        query.put("dateFrom", window.from().toString());
        query.put("dateTo", window.to().toString());
        query.put("count", "1000");
        query.put("fields", fields);
        return TripletexRequest.get("/ledger/voucher", query);
    }

    /** Invoices and credit notes that these vouchers stand for. */
    public static TripletexRequest invoicesOfVouchers(Collection<Long> voucherIds, DayWindow window) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("voucherId", joined(voucherIds));
        query.putAll(dated(window));
        query.put("count", "1000");
        query.put("fields", "id,invoiceNumber,isCreditNote,creditedInvoice,voucher(id)");
        return TripletexRequest.get("/invoice", query);
    }

    private static String joined(Collection<Long> ids) {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** One page of what stands on an account, dated in the window, oldest id first so that offsets hold. */
    public static TripletexRequest postingsOn(int account, DayWindow window, int from, int count) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("dateFrom", window.from().toString());
        query.put("dateTo", window.to().toString());
        query.put("accountNumberFrom", Integer.toString(account));
        query.put("accountNumberTo", Integer.toString(account + 1));
        query.put("from", Integer.toString(from));
        query.put("count", Integer.toString(count));
        query.put("sorting", "id");
        query.put("fields", INTERIM_FIELDS);
        return TripletexRequest.get("/ledger/posting", query);
    }

    /** The invoice as it was sent. */
    public static TripletexRequest invoicePdf(long invoiceId) {
        return TripletexRequest.get("/invoice/" + invoiceId + "/pdf", Map.of());
    }

    /** Reminders and notices of an invoice that were sent from there. */
    public static TripletexRequest reminders(long invoiceId, DayWindow window) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("dateFrom", window.from().toString());
        query.put("dateTo", window.to().toString());
        query.put("invoiceId", Long.toString(invoiceId));
        query.put("fields", "id,reminderDate,type,charge,termOfPayment");
        return TripletexRequest.get("/reminder", query);
    }

    /** One voucher, posted or waiting; one that is deleted is not found. */
    public static TripletexRequest voucher(long id) {
        return TripletexRequest.get("/ledger/voucher/" + id, Map.of("fields", VOUCHER_FIELDS));
    }

    /** Not repeatable and not capped: never sent twice without {@link PaymentProof}. */
    public static TripletexRequest payInvoice(long invoiceId, LocalDate day, long paymentTypeId, long amountOre) {
        if (amountOre == 0) {
            throw new IllegalArgumentException("A payment of nothing is refused by the API");
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("paymentDate", day.toString());
        query.put("paymentTypeId", Long.toString(paymentTypeId));
        query.put("paidAmount", Money.decimal(amountOre).toPlainString());
        return new TripletexRequest("PUT", "/invoice/" + invoiceId + "/:payment", query, null);
    }

    /** Matches postings of one customer whose sum is exactly zero. */
    public static TripletexRequest closePostings(List<Long> postingIds) {
        if (postingIds.size() < 2) {
            throw new IllegalArgumentException("Matching needs two postings or more");
        }
        return new TripletexRequest("PUT", "/ledger/posting/:closePostings", Map.of(), json(postingIds));
    }

    /** Adds a file's pages to a voucher; the file goes beside the request. */
    public static TripletexRequest attach(long voucherId) {
        return new TripletexRequest("POST", "/ledger/voucher/" + voucherId + "/attachment", Map.of(), null);
    }

    /** What is attached to a voucher. */
    public static TripletexRequest attachment(long voucherId) {
        return TripletexRequest.get("/ledger/voucher/" + voucherId, Map.of("fields", "id,attachment(id,fileName)"));
    }

    /** Adds a line under an invoice. @param status body, made by map/post-status.jslt */
    public static TripletexRequest postStatus(String status) {
        return new TripletexRequest("POST", "/voucherStatus", Map.of(), status);
    }

    /** @param message body, made by map/post-message.jslt */
    public static TripletexRequest postMessage(String message) {
        return new TripletexRequest("POST", "/voucherMessage", Map.of(), message);
    }

    public static TripletexRequest statuses(long voucherId) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("voucherIds", Long.toString(voucherId));
        query.put("type", "DEBT_COLLECTION");
        query.put("count", "1000");
        query.put("fields", "id,status,message,comment,referenceNumber,externalObjectUrl");
        return TripletexRequest.get("/voucherStatus", query);
    }

    public static TripletexRequest messages(long voucherId) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("voucherIds", Long.toString(voucherId));
        query.put("count", "1000");
        query.put("fields", "id,content");
        return TripletexRequest.get("/voucherMessage", query);
    }

    private static Map<String, String> dated(DayWindow window) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("invoiceDateFrom", window.from().toString());
        query.put("invoiceDateTo", window.to().toString());
        return query;
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request body of our own cannot be written", e);
        }
    }
}
