package no.kravbro.sandbox.bahs;

import java.util.function.Consumer;
import no.kravbro.money.Money;

/** Writes XML, element by element; what is null is left out. */
final class Out {

    static final String NAMESPACE = "urn:kravbro:bahs:inkassoflyt:v1";

    private final StringBuilder xml = new StringBuilder();

    /** A whole document (or the content of a SOAP body) with this root. */
    static String document(String root, Consumer<Out> content) {
        Out out = new Out();
        out.xml.append('<').append(root).append(" xmlns=\"").append(NAMESPACE).append("\">");
        content.accept(out);
        out.xml.append("</").append(root).append('>');
        return out.xml.toString();
    }

    Out text(String name, Object value) {
        if (value != null) {
            xml.append('<').append(name).append('>').append(escaped(value.toString()));
            xml.append("</").append(name).append('>');
        }
        return this;
    }

    Out ore(String name, long ore) {
        return text(name, Money.decimal(ore).toPlainString());
    }

    Out element(String name, Consumer<Out> content) {
        xml.append('<').append(name).append('>');
        content.accept(this);
        xml.append("</").append(name).append('>');
        return this;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
