package no.kravbro.mail;

import java.net.URI;
import java.util.Locale;
import no.kravbro.Masking;
import no.kravbro.Settings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a mail's content down as text and as HTML, in Norwegian or English. National identity numbers are masked here, in all. */
@Component
class Letterhead {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final URI console;

    Letterhead(MessageSource messages, Settings settings) {
        this.console = settings.mail().consoleUrl();
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver("html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("txt", TemplateMode.TEXT));
    }

    /** @param enclosure or null */
    record Written(Locale language, String subject, String plain, String html, Enclosure enclosure) {}

    private static ClassLoaderTemplateResolver resolver(String form, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.getResolvablePatternSpec().addPattern("*." + form);
        return resolver;
    }

    /** @param decline address at which the recipient declines such mails, or null */
    Written write(Content content, Locale language, String decline, Enclosure enclosure) {
        Context context = new Context(language);
        context.setVariable("content", content);
        context.setVariable("link", link(content.path()));
        context.setVariable("decline", decline);
        return new Written(
                language,
                Masking.mask(content.subject()).replaceAll("\\s+", " "),
                Masking.mask(engine.process("mail.txt", context)),
                Masking.mask(engine.process("mail.html", context)),
                enclosure);
    }

    /** Of a page of the console; null where nobody has said where that is. */
    String link(String path) {
        return path == null || console == null ? null : console.toString().replaceAll("/+$", "") + path;
    }
}
