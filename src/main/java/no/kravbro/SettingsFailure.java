package no.kravbro;

import java.util.Locale;
import no.kravbro.agency.ProfileException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence which setting stopped the start. Stands before Spring's own failure report, which would take a
 * screen for the same; every other failure is left to that one.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class SettingsFailure implements SpringBootExceptionReporter {

    private static final Log LOG = LogFactory.getLog(Kravbro.class);

    @Override
    public boolean reportException(Throwable failure) {
        String sentence = sentence(failure);
        if (sentence == null) {
            return false;
        }
        LOG.error("Kravbro does not start. " + sentence);
        return true;
    }

    /** Null when the failure is not about a setting of ours. */
    static String sentence(Throwable failure) {
        WrongSetting wrong = find(failure, WrongSetting.class);
        if (wrong != null) {
            return wrong.getMessage();
        }
        ProfileException profile = find(failure, ProfileException.class);
        if (profile != null) {
            return profile.getMessage();
        }
        UnboundConfigurationPropertiesException unknown = find(failure, UnboundConfigurationPropertiesException.class);
        if (unknown != null) {
            ConfigurationProperty first =
                    unknown.getUnboundProperties().iterator().next();
            return new WrongSetting(
                            first.getName() + place(first),
                            "is not a setting of Kravbro",
                            "correct the name or remove it, README.md lists them all")
                    .getMessage();
        }
        BindException unreadable = find(failure, BindException.class);
        if (unreadable != null && unreadable.getName().toString().startsWith("kravbro")) {
            return unreadable(unreadable);
        }
        return StartFailure.sentence(failure);
    }

    private static String unreadable(BindException failure) {
        String type = String.valueOf(failure.getTarget().getType().resolve());
        String wanted = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String place = failure.getProperty() == null ? "" : place(failure.getProperty());
        return new WrongSetting(
                        failure.getName() + place, "cannot be read", "give a value that is a valid " + word(wanted))
                .getMessage();
    }

    private static String word(String type) {
        return switch (type) {
            case "uri" -> "web address such as https://host/path";
            case "int" -> "whole number";
            case "duration" -> "time such as 5s or 2m";
            default -> type;
        };
    }

    private static String place(ConfigurationProperty property) {
        return property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
    }

    static <T> T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
