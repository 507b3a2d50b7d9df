package dev.contentconnect.examples.media;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the XMP layer; the first packet that has a property wins. */
record Xmp(List<XMPMeta> packets) {

    /** The PLUS License Data Format. */
    static final String PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";
    /** PRISM Usage Rights. */
    static final String PRISM = "http://prismstandard.org/namespaces/prismusagerights/2.1/";
    /** PRISM before it had a namespace for usage rights. */
    static final String PRISM_BASIC = "http://prismstandard.org/namespaces/basic/2.0/";

    static {
        try {
            // A query by a namespace that no file has used yet would fail instead of finding nothing.
            XMPMetaFactory.getSchemaRegistry().registerNamespace(PLUS, "plus");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(PRISM, "pur");
            XMPMetaFactory.getSchemaRegistry().registerNamespace(PRISM_BASIC, "prism");
        } catch (XMPException e) {
            throw new IllegalStateException("the namespaces are constants", e);
        }
    }

    Xmp {
        packets = List.copyOf(packets);
    }

    Description description() {
        return new Description(
                text(XMPConst.NS_DC, "title"),
                text(XMPConst.NS_DC, "description"),
                texts(XMPConst.NS_DC, "creator"),
                text(XMPConst.NS_DC, "rights"),
                text(XMPConst.NS_PHOTOSHOP, "Credit"),
                texts(XMPConst.NS_DC, "subject"));
    }

    /** Reads one text: of several languages the default one, of several values the first. */
    @Nullable String text(String namespace, String name) {
        for (XMPMeta packet : packets) {
            String text = text(packet, namespace, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Reads all values of a list, or the one value of a property that should have been a list. */
    List<String> texts(String namespace, String name) {
        for (XMPMeta packet : packets) {
            List<String> texts = texts(packet, namespace, name);
            if (!texts.isEmpty()) {
                return texts;
            }
        }
        return List.of();
    }

    /** Tells whether a property holds fields or lists where a text belongs, so that reading it finds nothing. */
    boolean isStructured(String namespace, String name) {
        for (XMPMeta packet : packets) {
            try {
                XMPProperty property = packet.getProperty(namespace, name);
                boolean list = property != null && property.getOptions().isArray();
                int count = list ? packet.countArrayItems(namespace, name) : 0;
                boolean structured = property != null && property.getOptions().isStruct();
                for (int index = 1; index <= count && !structured; index++) {
                    structured = packet.getArrayItem(namespace, name, index)
                            .getOptions()
                            .isCompositeProperty();
                }
                if (structured) {
                    return true;
                }
            } catch (XMPException e) {
                throw new IllegalStateException("property names are constants", e);
            }
        }
        return false;
    }

    private static @Nullable String text(XMPMeta packet, String namespace, String name) {
        try {
            XMPProperty property = packet.getProperty(namespace, name);
            if (property != null && property.getOptions().isArrayAltText()) {
                XMPProperty local = packet.getLocalizedText(namespace, name, null, XMPConst.X_DEFAULT);
                return local == null ? null : Text.clean(local.getValue());
            }
            return texts(packet, namespace, name).stream().findFirst().orElse(null);
        } catch (XMPException e) {
            throw new IllegalStateException("property names are constants", e);
        }
    }

    private static List<String> texts(XMPMeta packet, String namespace, String name) {
        try {
            XMPProperty property = packet.getProperty(namespace, name);
            if (property == null) {
                return List.of();
            }
            if (!property.getOptions().isArray()) {
                String only = Text.clean(property.getValue());
                return only == null ? List.of() : List.of(only);
            }
            List<String> values = new ArrayList<>();
            int count = packet.countArrayItems(namespace, name);
            for (int index = 1; index <= count; index++) {
                XMPProperty item = packet.getArrayItem(namespace, name, index);
                String value = item == null ? null : item.getValue();
                if (value != null) {
                    values.add(value);
                }
            }
            return Text.clean(values);
        } catch (XMPException e) {
            throw new IllegalStateException("property names are constants", e);
        }
    }
}
