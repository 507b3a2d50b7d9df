import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Draws the pictures, the film frames and the brochure of the Ostrevik sample campaign, without any metadata. */
public final class Drawings {
    private static final Color NIGHT = new Color(0x14213d);
    private static final Color DUSK = new Color(0x3d5a80);
    private static final Color SAND = new Color(0xf2e9dc);
    private static final Color EMBER = new Color(0xf77f00);
    private static final Color MOSS = new Color(0x52796f);
    private static final Color SNOW = new Color(0xeaf4f4);

    private Drawings() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path campaign = Files.createDirectories(Path.of(args[0], "campaign"));
        Path refused = Files.createDirectories(Path.of(args[0], "refused"));
        Path frames = Files.createDirectories(Path.of(args[0], "frames"));

        jpeg(campaign.resolve("ridge-hero.jpg"), ridge(1200, 675, 0, "Further than the path"));
        jpeg(campaign.resolve("lantern-evening.jpg"), lantern());
        png(campaign.resolve("badge.png"), badge("OSTREVIK", "est. 2019", MOSS));
        png(campaign.resolve("size-chart.png"), sizeChart());
        Files.write(campaign.resolve("lookbook.pdf"), brochure());
        for (int frame = 0; frame < 18; frame++) {
            png(frames.resolve(String.format("%02d.png", frame)), ridge(480, 270, frame * 6, "Ostrevik"));
        }
        jpeg(refused.resolve("summit-portrait.jpg"), portrait());
        png(refused.resolve("winter-offer.png"), badge("-30 %", "winter 2023", EMBER));
        png(refused.resolve("untagged.png"), badge("draft", "no data", DUSK));
    }

    private static BufferedImage ridge(int width, int height, int shift, String lettering) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setPaint(new GradientPaint(0, 0, NIGHT, 0, height, new Color(0xfcbf49)));
        g.fillRect(0, 0, width, height);
        g.setColor(EMBER);
        g.fill(new Ellipse2D.Double(width * 0.66, height * 0.34 - shift * 0.5, height * 0.22, height * 0.22));
        Color[] layers = {DUSK, MOSS, NIGHT};
        for (int layer = 0; layer < layers.length; layer++) {
            g.setColor(layers[layer]);
            g.fill(hills(width, height, height * (0.52 + 0.14 * layer), 7 + layer, shift * (layer + 1)));
        }
        letters(g, lettering, SNOW, height / 11, width / 18, height - height / 12);
        g.dispose();
        return image;
    }

    /** One mountain line; the seed makes it the same in every frame, the shift moves it sideways. */
    private static Shape hills(int width, int height, double top, long seed, int shift) {
        Random random = new Random(seed);
        Path2D line = new Path2D.Double();
        line.moveTo(-width, height);
        for (double x = -width; x <= 2 * width; x += width / 9.0) {
            line.lineTo(x - shift, top + random.nextDouble() * height * 0.16);
        }
        line.lineTo(2 * width, height);
        line.closePath();
        return line;
    }

    private static BufferedImage lantern() {
        BufferedImage image = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setPaint(new GradientPaint(0, 0, new Color(0x0b132b), 0, 900, DUSK));
        g.fillRect(0, 0, 900, 900);
        for (int ring = 9; ring > 0; ring--) {
            g.setColor(new Color(247, 127, 0, 14));
            g.fill(new Ellipse2D.Double(450 - ring * 42, 470 - ring * 42, ring * 84, ring * 84));
        }
        g.setColor(EMBER);
        g.fill(new RoundRectangle2D.Double(390, 380, 120, 190, 40, 40));
        g.setColor(SAND);
        g.fill(new Ellipse2D.Double(425, 430, 50, 90));
        g.setStroke(new BasicStroke(8));
        g.drawArc(400, 310, 100, 110, 0, 180);
        letters(g, "Lykta 2", SAND, 60, 60, 840);
        g.dispose();
        return image;
    }

    private static BufferedImage badge(String name, String line, Color ground) {
        BufferedImage image = new BufferedImage(480, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setColor(SAND);
        g.fillRect(0, 0, 480, 480);
        g.setColor(ground);
        g.fill(new Ellipse2D.Double(30, 30, 420, 420));
        g.setColor(SAND);
        g.setStroke(new BasicStroke(6));
        g.draw(new Ellipse2D.Double(50, 50, 380, 380));
        g.fill(peak());
        centred(g, name, 52, 330);
        centred(g, line, 26, 372);
        g.dispose();
        return image;
    }

    private static Shape peak() {
        Path2D peak = new Path2D.Double();
        peak.moveTo(140, 260);
        peak.lineTo(225, 120);
        peak.lineTo(265, 185);
        peak.lineTo(290, 150);
        peak.lineTo(345, 260);
        peak.closePath();
        return peak;
    }

    private static BufferedImage sizeChart() {
        BufferedImage image = new BufferedImage(720, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setColor(SNOW);
        g.fillRect(0, 0, 720, 400);
        letters(g, "Ostrevik packs", NIGHT, 34, 40, 60);
        String[] sizes = {"18 l", "26 l", "38 l", "55 l"};
        for (int i = 0; i < sizes.length; i++) {
            g.setColor(i % 2 == 0 ? MOSS : DUSK);
            int tall = 70 + i * 50;
            g.fill(new RoundRectangle2D.Double(60 + i * 165, 340 - tall, 100, tall, 30, 30));
            letters(g, sizes[i], NIGHT, 24, 82 + i * 165, 375);
        }
        g.dispose();
        return image;
    }

    private static BufferedImage portrait() {
        BufferedImage image = ridge(900, 900, 40, "At the top");
        Graphics2D g = graphics(image);
        g.setColor(new Color(0xc1121f));
        g.fill(new RoundRectangle2D.Double(290, 560, 320, 420, 150, 150));
        g.setColor(new Color(0xe6b89c));
        g.fill(new Ellipse2D.Double(350, 330, 200, 250));
        g.setColor(MOSS);
        g.fillArc(335, 290, 230, 210, 0, 180);
        g.setColor(NIGHT);
        g.fill(new Ellipse2D.Double(405, 440, 18, 18));
        g.fill(new Ellipse2D.Double(477, 440, 18, 18));
        g.setStroke(new BasicStroke(6));
        g.drawArc(405, 470, 90, 60, 200, 140);
        g.dispose();
        return image;
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return g;
    }

    private static void letters(Graphics2D g, String text, Color color, int size, int x, int y) {
        g.setColor(color);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
        g.drawString(text, x, y);
    }

    private static void centred(Graphics2D g, String text, int size, int y) {
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
        g.drawString(text, 240 - g.getFontMetrics().stringWidth(text) / 2, y);
    }

    private static void png(Path file, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", file.toFile());
    }

    private static void jpeg(Path file, BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(0.82f);
        Files.deleteIfExists(file);
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
    }

    /** A two-page brochure, written object by object; its Helvetica is one of the fonts every PDF reader brings. */
    private static byte[] brochure() throws IOException {
        String hills = "0.08 0.13 0.24 rg 0 0 m 0 150 l 90 230 l 170 160 l 260 290 l 330 200 l 420 260 l 420 0 l f\n";
        String cover = "0.95 0.91 0.86 rg 0 0 420 595 re f\n" + hills
                + "BT 0.08 0.13 0.24 rg /F1 34 Tf 40 500 Td (Further than the path) Tj ET\n"
                + "BT /F1 16 Tf 40 470 Td (Ostrevik lookbook, spring) Tj ET\n";
        String inside = "0.92 0.96 0.96 rg 0 0 420 595 re f\n0.32 0.47 0.44 rg 40 300 150 200 re f\n"
                + "0.97 0.5 0 rg 230 300 150 200 re f\n"
                + "BT 0.08 0.13 0.24 rg /F1 14 Tf 40 270 Td (Lykta 2 lantern, Taival 38 pack) Tj ET\n";
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 420 595]"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>",
                "<< /Type /Page /Parent 2 0 R /Contents 7 0 R >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Length " + cover.length() + " >>\nstream\n" + cover + "endstream",
                "<< /Length " + inside.length() + " >>\nstream\n" + inside + "endstream");
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(pdf.size());
            pdf.write(((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(StandardCharsets.US_ASCII));
        }
        int table = pdf.size();
        StringBuilder end = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> end.append(String.format("%010d 00000 n \n", offset)));
        end.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        pdf.write(end.append(table).append("\n%%EOF\n").toString().getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }
}
