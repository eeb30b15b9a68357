package no.kravbro.sandbox.tripletex;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Inhabitant;
import no.kravbro.sandbox.Partner;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.Store;

/**
 * Tripletex {@code /v2} in memory: several companies with books that balance, as strict as the real one is known to be.
 * What is answered is stored first; a sandbox over the same store goes on where the last one was.
 */
public final class TripletexSandbox implements Partner, Inhabitant {

    private static final int BANK = 1920;
    private static final int INTERIM = 1960;
    private static final String SESSION_CREATE = "/v2/token/session/:create";

    private final Archive archive;
    private final Sessions sessions;
    private final RateLimit limit;
    private final Receivables receivables;
    private final Webhooks webhooks;
    private final WebhookSender sender;
    private final EventApi events;
    private final Bookkeeping bookkeeping;
    private final Invoicing invoicing;
    private final VoucherApi vouchers;
    private final Planned planned;
    private final WaitingVouchers waiting;
    private final Router router = new Router();
    private int depth;

    /**
     * @param clock days, in Oslo; usually the sandbox's own clock
     * @param machine counts calls per minute
     */
    public TripletexSandbox(Store store, Clock clock, Clock machine, WebhookSender sender) {
        this.archive = new Archive(store, clock);
        this.sessions = new Sessions(archive);
        this.limit = new RateLimit(machine);
        this.sender = sender;
        this.webhooks = new Webhooks(archive);
        this.events = new EventApi(webhooks);
        this.receivables = new Receivables(webhooks);
        this.bookkeeping = new Bookkeeping(webhooks, receivables);
        this.invoicing = new Invoicing(bookkeeping, webhooks);
        this.vouchers = new VoucherApi(bookkeeping, webhooks);
        this.planned = new Planned(archive, invoicing);
        this.waiting = new WaitingVouchers(archive, bookkeeping, vouchers);
        register();
    }

    private void register() {
        new CompanyApi(archive).register(router);
        new InvoiceApi(invoicing).register(router);
        vouchers.register(router);
        new PostingApi(receivables).register(router);
        new LedgerApi().register(router);
        new CustomerApi(webhooks).register(router);
        new ReminderApi().register(router);
        new StatusApi().register(router);
        events.register(router);
    }

    /** When a voucher on the receivables account lowers an invoice; AFTER_CLOSING unless set. */
    public synchronized void effect(Effect effect) {
        receivables.effect(effect);
    }

    /**
     * @param perMinute calls a token may make in a minute; a million unless set
     * @param resetOnRefusal false: a 429 lacks the header that says when to come again
     */
    public synchronized void rateLimit(int perMinute, boolean resetOnRefusal) {
        limit.set(perMinute, resetOnRefusal);
    }

    /** Webhooks may go to http addresses, which the real one refuses. */
    public void allowPlainHttp() {
        events.allowPlainHttp();
    }

    /** Takes a right from a token: ADVANCED_VOUCHER, or the beginning of "METHOD /path" ("POST /voucherStatus"). */
    public void deny(String employeeToken, String right) {
        change(() -> {
            sessions.deny(employeeToken, right);
            return null;
        });
    }

    /** What a person in this company does in Tripletex' own pages. */
    public Accountant accountant(long company) {
        if (!archive.knows(company)) {
            throw new IllegalArgumentException("No company " + company);
        }
        return new Accountant(this, archive.of(company), bookkeeping, invoicing, vouchers);
    }

    /** A line of a company's bank statement, posted by its accountant against the interim account. @return the voucher's id */
    public long bank(String organization, LocalDate date, long ore, String text) {
        for (Books books : archive.companies()) {
            if (organization.equals(books.get("Company", books.company()).text("organizationNumber"))) {
                return change(() -> bank(books, date, ore, text).id());
            }
        }
        throw new IllegalArgumentException("No company with organization number " + organization);
    }

    private Row bank(Books books, LocalDate date, long ore, String text) {
        Row type = CompanySetup.voucherType(books, CompanySetup.BANK_STATEMENT);
        Line bank = Line.of(1, date, books.account(BANK), ore).with("description", text);
        Line interim = Line.of(2, date, books.account(INTERIM), -ore).with("description", text);
        return bookkeeping.book(books, Draft.of(date, text, type, bank, interim), true);
    }

    /** A company with chart of accounts, periods and payment types; does nothing when it exists. */
    public void company(long id, String organizationNumber, String name, String bankAccount) {
        change(() ->
                archive.knows(id) ? null : CompanySetup.create(archive, id, organizationNumber, name, bankAccount));
    }

    /** How many files were attached to a voucher. */
    public int uploads(long company, long voucher) {
        return change(() -> {
            Books books = archive.of(company);
            Row document = books.get("Document", books.need("Voucher", voucher).number("attachment"));
            return document == null ? 0 : (int) document.number("_uploads");
        });
    }

    /** What people see under an invoice of a company, oldest first: status, message, comment, reference; or a comment's text. */
    public List<String> linesUnder(long company, long voucher) {
        return change(() -> Stream.concat(
                        archive.of(company).stream("VoucherStatus")
                                .filter(row -> row.refers("voucher", voucher))
                                .map(row -> String.join(
                                        " | ",
                                        row.text("status"),
                                        row.text("message"),
                                        String.valueOf(row.text("comment")),
                                        String.valueOf(row.text("referenceNumber")))),
                        archive.of(company).stream("VoucherMessage")
                                .filter(row -> row.refers("voucherId", voucher))
                                .map(row -> row.text("content")))
                .toList());
    }

    /** Makes a Department, Project or Product with this number. */
    public void numbered(long company, String type, String number) {
        change(() -> CompanySetup.numbered(archive.of(company), type, number));
    }

    public boolean hasCompany(long id) {
        return archive.knows(id);
    }

    /** Makes a pair of tokens known. @param clients companies of an accountant's token; empty for an ordinary one */
    public void token(String consumer, String employee, long company, List<Long> clients) {
        change(() -> {
            sessions.issue(consumer, employee, company, clients);
            return null;
        });
    }

    /** Sends the webhooks that are due. @return how many arrived */
    public int deliverWebhooks() {
        List<Webhooks.Shipment> due = change(webhooks::due);
        int arrived = 0;
        for (Webhooks.Shipment shipment : due) {
            int status = sender.send(URI.create(shipment.target()), shipment.headers(), shipment.body());
            change(() -> {
                webhooks.sent(shipment, status);
                return null;
            });
            arrived += status >= 200 && status < 300 ? 1 : 0;
        }
        return arrived;
    }

    /** Nobody posts or deletes waiting vouchers by themselves any more. */
    public synchronized void accountantsRest() {
        waiting.rest();
    }

    /** Issues the invoices whose day has come, and lets accountants decide about vouchers that wait. */
    @Override
    public void onTimeMoved() {
        change(() -> {
            planned.issueDue();
            waiting.decide();
            return null;
        });
    }

    @Override
    public synchronized Map<String, Object> overview() {
        Map<String, Object> counts = new TreeMap<>();
        for (Books books : archive.companies()) {
            String name = books.get("Company", books.company()).text("name");
            counts.put(name + ": invoices", books.all("Invoice").size());
            counts.put(
                    name + ": open invoices",
                    books.stream("Invoice")
                            .filter(row -> row.number("amountOutstanding") > 0)
                            .count());
            counts.put(name + ": vouchers", books.all("Voucher").size());
        }
        return counts;
    }

    /** All changes or none, stored before the outermost one returns. */
    synchronized <T> T change(Supplier<T> act) {
        depth++;
        boolean done = false;
        try {
            T result = act.get();
            done = true;
            return result;
        } finally {
            depth--;
            if (!done) {
                archive.rollback();
            } else if (depth == 0) {
                archive.commit();
            }
        }
    }

    @Override
    public Reply handle(Call call) {
        String requestId = UUID.randomUUID().toString();
        Reply reply;
        try {
            reply = change(() -> answer(call, requestId));
        } catch (Refusal refusal) {
            reply = error(refusal, requestId);
        }
        return reply.with("x-tlx-request-id", requestId);
    }

    private Reply answer(Call call, String requestId) {
        if (call.path().equals(SESSION_CREATE) && call.method().equals("POST")) {
            return sessions.post(call);
        }
        if (call.path().equals(SESSION_CREATE) && call.method().equals("PUT")) {
            return sessions.put(call);
        }
        if (call.path().startsWith("/v2/token/session/") && call.method().equals("DELETE")) {
            return sessions.delete(call.path().substring("/v2/token/session/".length()));
        }
        Session session = sessions.authenticate(call);
        if (!limit.admit(session.owner())) {
            return limit.stamp(error(new Refusal(429, 0, "Too many requests"), requestId), session.owner());
        }
        return limit.stamp(inside(call, session, requestId), session.owner());
    }

    private Reply inside(Call call, Session session, String requestId) {
        try {
            Router.Match match = router.find(call.method(), call.path());
            allowed(call, session);
            Request request = new Request(call, archive.of(session.company()), session, match.variables());
            return match.endpoint().answer().apply(request);
        } catch (Refusal refusal) {
            archive.rollback();
            return error(refusal, requestId);
        }
    }

    private static void allowed(Call call, Session session) {
        String what = call.method() + " " + call.path().substring("/v2".length());
        if (session.accountant() && !what.contains(">withLoginAccess") && !what.contains(">whoAmI")) {
            throw Refusal.forbidden("Company owned users(employeeToken) can only access >withLoginAccess and >whoAmI");
        }
        if (session.deniedPath(what)) {
            throw Refusal.forbidden("You do not have permission to access this feature.");
        }
    }

    private static Reply error(Refusal refusal, String requestId) {
        return Answers.json(refusal.status(), refusal.json(requestId));
    }
}
