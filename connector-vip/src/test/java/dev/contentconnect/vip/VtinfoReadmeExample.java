package dev.contentconnect.vip;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The second example of the README; it runs in {@link ReadmeTest}. */
final class VtinfoReadmeExample {
    private VtinfoReadmeExample() {}

    static VtinfoDownload run(Path folder, URI service, URI images) throws IOException {
        // example
        VtinfoConfig config = VipConfig.vtinfo()
                .endpoint(service)
                .imageBase(images)
                .distributors("00123")
                .snapshots(VtinfoSnapshots.directory(folder.resolve("snapshots")))
                .build();
        try (VipConnector vip = VipConnector.create(config);
                var products = vip.vtinfo().products("00123")) {
            String sheet = products.filter(product -> product.hasUpc("12345678905"))
                    .map(product -> product.sellSheet())
                    .filter(address -> address != null && !address.isBlank())
                    .findFirst()
                    .orElseThrow();
            return vip.vtinfo().download(sheet, folder.resolve("sheet.pdf"));
        }
        // end
    }
}
