package no.kravbro.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.transform.Source;
import net.sf.saxon.s9api.Destination;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.RawDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;

/**
 * XML on at least one side, XSLT 3.0. A JSON document is read as XML in which members are elements by their names and the
 * items of a list elements of the list's name, below {@code document}; a map that comes out is a JSON document, anything else
 * is XML.
 */
record XsltMapping(String file, XsltExecutable stylesheet, Set<String> imports) implements Mapping {

    private static final Processor SAXON = XsltProcessor.create();

    static XsltMapping compile(Path directory, String file) {
        Set<String> imports = new HashSet<>();
        XsltCompiler compiler = SAXON.newXsltCompiler();
        XsltErrors errors = new XsltErrors(file);
        compiler.setErrorReporter(errors);
        compiler.setResourceResolver(request -> {
            String name = XsltProcessor.path(request.uri);
            imports.add(name);
            return source(directory, name);
        });
        try {
            return new XsltMapping(file, compiler.compile(source(directory, file)), Set.copyOf(imports));
        } catch (SaxonApiException e) {
            throw errors.refused(e);
        }
    }

    private static Source source(Path directory, String name) {
        return XsltProcessor.source(Mapping.read(directory, name), XsltProcessor.address(name));
    }

    @Override
    public String apply(String text) {
        XdmValue result = transform(text);
        return XsltProcessor.isDocument(result) ? ExactJson.write(XsltJson.read(result)) : xml(result);
    }

    @Override
    public JsonNode applyTo(String text) {
        XdmValue result = transform(text);
        if (!XsltProcessor.isDocument(result)) {
            throw new MappingException(file, 0, "the result is no map", null);
        }
        return XsltJson.read(result);
    }

    @Override
    public JsonNode apply(JsonNode input) {
        return applyTo(ExactJson.write(input));
    }

    private XdmValue transform(String text) {
        XsltErrors errors = new XsltErrors(file);
        XdmNode input = input(text);
        try {
            Xslt30Transformer transformer = stylesheet.load30();
            transformer.setErrorReporter(errors);
            transformer.setGlobalContextItem(input);
            RawDestination result = new RawDestination();
            transformer.applyTemplates((XdmItem) input, (Destination) result);
            return result.getXdmValue();
        } catch (SaxonApiException e) {
            throw errors.refused(e);
        }
    }

    private XdmNode input(String text) {
        boolean json = text.startsWith("{") || text.startsWith("[");
        try {
            return XsltProcessor.parse(SAXON, json ? XsltJson.xml(ExactJson.read(text)) : text);
        } catch (SaxonApiException | JsonProcessingException e) {
            // The cause is left out on purpose: its message may quote the document.
            throw new MappingException(file, 0, "the input is neither an XML nor a JSON document", null);
        }
    }

    private String xml(XdmValue result) {
        StringWriter text = new StringWriter();
        Serializer serializer = SAXON.newSerializer(text);
        serializer.setOutputProperty(Serializer.Property.OMIT_XML_DECLARATION, "yes");
        serializer.setOutputProperty(Serializer.Property.INDENT, "no");
        try {
            serializer.serializeXdmValue(result);
        } catch (SaxonApiException e) {
            throw new MappingException(file, 0, "the result is no XML document", null);
        }
        return text.toString();
    }
}
