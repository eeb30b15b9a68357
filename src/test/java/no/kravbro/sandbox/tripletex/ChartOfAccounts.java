package no.kravbro.sandbox.tripletex;

/** The accounts every simulated company starts with: number, name, type, ledger. */
final class ChartOfAccounts {

    static final String ASSETS = "ASSETS";
    private static final String LIABILITIES = "LIABILITIES";
    private static final String REVENUES = "OPERATING_REVENUES";
    private static final String EXPENSES = "OPERATING_EXPENSES";
    private static final String INCOME = "INVESTMENT_INCOME";
    private static final String COST = "COST_OF_CAPITAL";
    static final String GENERAL = "GENERAL";

    static final Object[][] ALL = {
        {1500, "Kundefordringer", ASSETS, "CUSTOMER"},
        {1900, "Kontanter", ASSETS, GENERAL},
        {1920, "Bankinnskudd", ASSETS, GENERAL},
        {1930, "Bankinnskudd, oppgjør", ASSETS, GENERAL},
        {1950, "Bankinnskudd for skattetrekk", ASSETS, GENERAL},
        {1960, "Interimskonto inkasso", ASSETS, GENERAL},
        {2400, "Leverandørgjeld", LIABILITIES, "VENDOR"},
        {2700, "Utgående merverdiavgift, høy sats", LIABILITIES, GENERAL},
        {2701, "Utgående merverdiavgift, middels sats", LIABILITIES, GENERAL},
        {2702, "Utgående merverdiavgift, lav sats", LIABILITIES, GENERAL},
        {2710, "Inngående merverdiavgift, høy sats", LIABILITIES, GENERAL},
        {2711, "Inngående merverdiavgift, middels sats", LIABILITIES, GENERAL},
        {2712, "Inngående merverdiavgift, lav sats", LIABILITIES, GENERAL},
        {2740, "Oppgjørskonto merverdiavgift", LIABILITIES, GENERAL},
        {2930, "Skyldig lønn", LIABILITIES, "EMPLOYEE"},
        {2990, "Annen kortsiktig gjeld", LIABILITIES, GENERAL},
        {3000, "Salgsinntekt, avgiftspliktig", REVENUES, GENERAL},
        {3100, "Salgsinntekt, avgiftsfri", REVENUES, GENERAL},
        {3909, "Purregebyr", REVENUES, GENERAL},
        {6705, "Regnskapshonorar", EXPENSES, GENERAL},
        {6790, "Annen fremmed tjeneste", EXPENSES, GENERAL},
        {7309, "Inkassokostnader", EXPENSES, GENERAL},
        {7770, "Bank- og kortgebyrer", EXPENSES, GENERAL},
        {7790, "Annen kostnad", EXPENSES, GENERAL},
        {7798, "Øreavrunding", EXPENSES, GENERAL},
        {7830, "Tap på fordringer", EXPENSES, GENERAL},
        {8050, "Annen renteinntekt", INCOME, GENERAL},
        {8060, "Valutagevinst (agio)", INCOME, GENERAL},
        {8155, "Rentekostnad leverandører", COST, GENERAL},
        {8160, "Valutatap (disagio)", COST, GENERAL},
    };

    private ChartOfAccounts() {}
}
