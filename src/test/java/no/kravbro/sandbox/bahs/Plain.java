package no.kravbro.sandbox.bahs;

import java.util.List;

/** A request's document written in one way, whatever prefixes and spaces it came with. */
final class Plain {

    private Plain() {}

    static String text(Element root) {
        return Out.document(root.name(), out -> root.children().forEach(child -> write(out, child)));
    }

    private static void write(Out out, Element element) {
        List<Element> children = element.children();
        if (children.isEmpty()) {
            out.text(element.name(), element.node().getTextContent().strip());
        } else {
            out.element(element.name(), inner -> children.forEach(child -> write(inner, child)));
        }
    }
}
