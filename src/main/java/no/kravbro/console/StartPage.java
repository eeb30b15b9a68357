package no.kravbro.console;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.kravbro.Settings;
import no.kravbro.api.Caller;
import no.kravbro.api.DeadLetterView;
import no.kravbro.api.DeadLettersApi;
import no.kravbro.api.DifferencesApi;
import no.kravbro.api.Overview;
import no.kravbro.api.Page;
import no.kravbro.api.Query;
import no.kravbro.api.SettlementsApi;
import no.kravbro.api.TasksApi;
import no.kravbro.bundle.BundleStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page: everything that stands somewhere, on one page, readable without JavaScript. */
@Controller
class StartPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
    private static final String FIRST = "size=" + Overview.SHOWN;

    private final Overview overview;
    private final DeadLettersApi letters;
    private final DifferencesApi differences;
    private final SettlementsApi settlements;
    private final TasksApi tasks;
    private final BundleStatus bundle;
    private final Settings settings;
    private final Clock clock;

    StartPage(
            Overview overview,
            DeadLettersApi letters,
            DifferencesApi differences,
            SettlementsApi settlements,
            TasksApi tasks,
            BundleStatus bundle,
            Settings settings,
            Clock clock) {
        this.overview = overview;
        this.letters = letters;
        this.differences = differences;
        this.settlements = settlements;
        this.tasks = tasks;
        this.bundle = bundle;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(
            @RequestParam(defaultValue = "on") String refresh,
            @RequestParam(required = false) String advanced,
            Locale language,
            Model model) {
        Caller reader = new Caller("console", language.toLanguageTag(), null);
        Page<DeadLetterView> open = letters.list(Query.parse("state=OPEN&" + FIRST), reader);
        model.addAttribute("language", language.getLanguage());
        model.addAttribute("refresh", !"off".equals(refresh));
        model.addAttribute("advanced", advanced);
        model.addAttribute("sandbox", settings.clock().url() != null);
        model.addAttribute("now", TIME.format(LocalDateTime.now(clock)));
        model.addAttribute("refused", bundle.view().refusals());
        model.addAttribute("totals", overview.totals());
        model.addAttribute("creditors", overview.creditors());
        model.addAttribute("claims", overview.claims());
        model.addAttribute("deliveries", overview.deliveries());
        model.addAttribute("settlements", overview.settlements());
        model.addAttribute("bookings", settlements.bookings(Query.parse(FIRST)).items());
        model.addAttribute("letters", open.items());
        model.addAttribute("openLetters", open.total());
        model.addAttribute(
                "differences",
                differences.list(Query.parse("state=OPEN&" + FIRST), reader).items());
        model.addAttribute("taskCount", tasks.count());
        model.addAttribute(
                "tasks", tasks.list(Query.parse("state=OPEN&" + FIRST), reader).items());
        return "start";
    }
}
