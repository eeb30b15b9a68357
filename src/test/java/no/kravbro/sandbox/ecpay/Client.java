package no.kravbro.sandbox.ecpay;

/**
 * A creditor as the agency knows it.
 *
 * @param login name of its SFTP login; its directories lie below a folder of that name
 * @param account bank account that is paid out to
 */
public record Client(String login, String organization, String account) {

    /** The creditor of the contract's examples. */
    public static final Client NORDLYS = new Client("nordlys", "310245674", "99990123450");
}
