package no.kravbro.console;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way back after an act: the list as it was filtered, and nowhere outside of it. */
final class Back {

    private Back() {}

    /** @param asked what the form says, from outside; {@code path} where else. */
    static String to(String asked, String path) {
        return "redirect:" + (isWithin(asked, path) ? asked : path);
    }

    /** The same with a word that it is done. */
    static String done(String asked, String path, String done, RedirectAttributes said) {
        said.addFlashAttribute("done", done);
        return to(asked, path);
    }

    /** Braces would be taken for a template. */
    static boolean isWithin(String asked, String path) {
        return asked != null
                && (asked.equals(path) || asked.startsWith(path + "?"))
                && asked.matches("[\\x21-\\x7e&&[^{}\\\\]]*");
    }
}
