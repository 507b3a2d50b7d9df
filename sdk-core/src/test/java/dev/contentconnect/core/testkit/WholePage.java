package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page that is sent around as one file: it fetches nothing and runs nothing. */
public final class WholePage {
    private WholePage() {}

    /**
     * Reads a page.
     *
     * @param html well-formed as XML
     * @return its elements
     * @throws Exception when it is not well-formed
     */
    public static Document parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    /**
     * Looks at every element and attribute of a page; none may fetch or run anything.
     *
     * @param page the page
     */
    public static void isSelfContained(Document page) {
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertThat(element.getLocalName())
                    .isNotIn("script", "img", "link", "iframe", "object", "embed", "a", "form", "base", "use", "image");
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                String name = element.getAttributes().item(j).getNodeName();
                assertThat(name)
                        .doesNotStartWith("on")
                        .isNotIn("src", "href", "xlink:href", "style", "srcset", "action");
            }
            if (element.getLocalName().equals("style")) {
                assertThat(element.getTextContent()).doesNotContain("url(", "@import", "@font-face", "http");
            }
        }
    }
}
