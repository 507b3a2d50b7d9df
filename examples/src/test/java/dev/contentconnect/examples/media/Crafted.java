package dev.contentconnect.examples.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds small files byte by byte, sound or with one flaw. */
final class Crafted {
    static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] XMP_BOX = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");

    private Crafted() {}

    /** An XMP packet with the given properties in element form. */
    static String xmp(String properties) {
        return "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
                + " xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/'"
                + " xmlns:xmpRights='http://ns.adobe.com/xap/1.0/rights/'"
                + " xmlns:xmpNote='http://ns.adobe.com/xmp/note/'"
                + " xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/'"
                + " xmlns:pur='http://prismstandard.org/namespaces/prismusagerights/2.1/'"
                + " xmlns:prism='http://prismstandard.org/namespaces/basic/2.0/'>"
                + properties + "</rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    static byte[] png(byte[]... chunks) {
        byte[] header = {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0};
        return join(PNG_SIGNATURE, chunk("IHDR", header), join(chunks), chunk("IEND", new byte[0]));
    }

    static byte[] pngWithXmp(String xmp) {
        return png(xmpChunk(xmp));
    }

    static byte[] xmpChunk(String xmp) {
        return chunk("iTXt", join(ascii("XML:com.adobe.xmp\0\0\0\0\0"), xmp.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] packedXmpChunk(byte[] xmp) {
        return chunk("iTXt", join(ascii("XML:com.adobe.xmp\0\1\0\0\0"), deflate(xmp)));
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] body = join(ascii(type), data);
        CRC32 checksum = new CRC32();
        checksum.update(body);
        return join(number(data.length), body, number((int) checksum.getValue()));
    }

    static byte[] jpeg(byte[]... segments) {
        return join(new byte[] {(byte) 0xff, (byte) 0xd8}, join(segments), new byte[] {
            (byte) 0xff, (byte) 0xda, 0, 2, 1, 2, 3, (byte) 0xff, (byte) 0xd9
        });
    }

    static byte[] segment(int code, byte[] data) {
        int length = data.length + 2;
        return join(new byte[] {(byte) 0xff, (byte) code, (byte) (length >> 8), (byte) length}, data);
    }

    static byte[] xmpSegment(String xmp) {
        return segment(0xe1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), xmp.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] extendedXmpSegment(String digest, int fullLength, byte[] part) {
        return segment(
                0xe1,
                join(ascii("http://ns.adobe.com/xmp/extension/\0" + digest), number(fullLength), number(0), part));
    }

    /** An IPTC-IIM segment of record 2 with pairs of data set number and value. */
    static byte[] iptcSegment(Object... pairs) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int i = 0; i < pairs.length; i += 2) {
            byte[] value = ((String) pairs[i + 1]).getBytes(StandardCharsets.UTF_8);
            records.writeBytes(new byte[] {0x1c, 2, ((Integer) pairs[i]).byteValue(), 0, (byte) value.length});
            records.writeBytes(value);
        }
        return segment(0xed, records.toByteArray());
    }

    /** An EXIF segment with one text in its first directory. */
    static byte[] exifSegment(int tag, byte[] text) {
        ByteBuffer tiff = ByteBuffer.allocate(26 + text.length);
        tiff.put(ascii("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) tag).putShort((short) 2).putInt(text.length).putInt(26);
        tiff.putInt(0).put(text);
        return segment(0xe1, join(ascii("Exif\0\0"), tiff.array()));
    }

    static byte[] mp4(byte[]... boxes) {
        return join(box("ftyp", ascii("isom\0\0\2\0isomiso2")), join(boxes));
    }

    static byte[] box(String type, byte[]... content) {
        byte[] data = join(content);
        return join(number(data.length + 8), ascii(type), data);
    }

    static byte[] xmpBox(String xmp) {
        return box("uuid", XMP_BOX, xmp.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
