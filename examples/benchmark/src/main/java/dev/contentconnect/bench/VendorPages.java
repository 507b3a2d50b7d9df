package dev.contentconnect.bench;

/** Items as iconik's index and Content Server list them. Their members are those of the vendors' documents, and invented values. */
final class VendorPages {
    static final String FIELD_VIEW = "6f0f4e58-8a01-11ee-9d2c-0242ac120002";
    static final long FOLDER = 4711;
    static final long CATEGORY = 7001;

    private static final String ID = "@ID@";
    /** Twelve digits at the end of an id say which item it is. */
    private static final int DIGITS = 12;

    private static final String HIT = """
            {"id":"1d6a0f3c-8a01-11ee-9d2c-@ID@","object_type":"assets","title":"Episode @ID@ for the spring season",\
            "description":null,"type":"ASSET","status":"ACTIVE","archive_status":"NOT_ARCHIVED","analyze_status":"N/A",\
            "face_recognition_status":"N/A","transcribe_status":"N/A","is_online":true,"is_blocked":false,"warning":null,\
            "category":null,"site_name":null,"external_id":"dam:@ID@","external_link":null,"media_type":"video",\
            "format":"MPEG-4","date_created":"2026-03-01T09:00:00.123456+00:00",\
            "date_imported":"2026-03-01T09:00:05.654321+00:00","date_modified":"2026-03-02T09:00:00.123456+00:00",\
            "date_deleted":null,"created_by_user":"8e9f1d2a-8a01-11ee-9d2c-0242ac120002",\
            "updated_by_user":"8e9f1d2a-8a01-11ee-9d2c-0242ac120002","deleted_by_user":null,\
            "system_domain_id":"5a0f4e58-8a01-11ee-9d2c-0242ac120002","custom_keyframe":null,"custom_poster":null,\
            "original_asset_id":null,"original_version_id":null,"original_segment_id":null,\
            "time_start_milliseconds":null,"time_end_milliseconds":null,"duration_milliseconds":93000,\
            "duration":"00:01:33:00","comments_count":3,"versions_number":2,"position":null,"favoured":false,\
            "has_unconfirmed_persons":false,"person_ids":[],"relations":[],\
            "in_collections":["7b1c4e58-8a01-11ee-9d2c-0242ac120002"],\
            "ancestor_collections":["7b1c4e58-8a01-11ee-9d2c-0242ac120002","7b1c4e59-8a01-11ee-9d2c-0242ac120002"],\
            "permissions":["read","write"],"file_names":["episode-@ID@.mov"],\
            "metadata":{"Description":["The sea at dusk, take @ID@"],"Market":["AT"],"Language":["de"],\
            "Tags":["sea","dusk","spring"],"Creators":["Ostrevik Studios"],"LicenceUntil":["2027-12-31"],"Shots":[12]},\
            "versions":[{"id":"2e6a0f3c-8a01-11ee-9d2c-@ID@","version_number":2,"status":"ACTIVE",\
            "date_created":"2026-03-02T09:00:00.000000+00:00","created_by_user":"8e9f1d2a-8a01-11ee-9d2c-0242ac120002",\
            "is_online":true,"archive_status":"NOT_ARCHIVED","analyze_status":"N/A","transcribe_status":"N/A",\
            "transcribed_languages":[]}],\
            "files":[{"id":"3f6a0f3c-8a01-11ee-9d2c-@ID@","name":"episode-@ID@.mov",\
            "original_name":"episode-@ID@.mov","size":734003200}],\
            "keyframes":[{"id":"4a6a0f3c-8a01-11ee-9d2c-@ID@","type":"KEYFRAME","filename":"episode-@ID@.jpg"}],\
            "proxies":[{"id":"5b6a0f3c-8a01-11ee-9d2c-@ID@","name":"proxy","filename":"episode-@ID@.mp4","format":"mp4"}],\
            "_sort":[1772355600123,"1d6a0f3c-8a01-11ee-9d2c-@ID@"]}""";

    private static final String NODE = """
            {"data":{"properties":{"container":false,"container_size":0,"create_date":"2026-03-01T09:00:00Z",\
            "create_user_id":1000,"description":"The sea at dusk, take @ID@","description_multilingual":{"en":\
            "The sea at dusk, take @ID@"},"external_create_date":null,"external_identity":"","external_identity_type":"",\
            "external_modify_date":null,"external_source":"","favorite":false,"guid":null,"hidden":false,\
            "icon":"/img/webdoc/doc.gif","icon_large":"/img/webdoc/doc_large.gif","id":1@ID@,\
            "mime_type":"application/pdf","modify_date":"2026-03-02T09:00:00Z","modify_user_id":1000,\
            "name":"Sign-off @ID@.pdf","name_multilingual":{"en":"Sign-off @ID@.pdf"},"owner":"Admin",\
            "owner_group_id":999,"owner_user_id":1000,"parent_id":4711,"permissions_model":"advanced","reserved":false,\
            "reserved_date":null,"reserved_shared_collaboration":false,"reserved_user_id":0,"size":734003,\
            "size_formatted":"717 KB","status":null,"type":144,"type_name":"Document","versionable":true,\
            "versions_control_advanced":false,"volume_id":-2000},\
            "categories":[{"7001_1":{},"7001_2":"dam:@ID@","7001_3":"Sign-off @ID@.pdf","7001_4":"Approved","7001_5":"AT",\
            "7001_6":"de"}],\
            "versions":{"create_date":"2026-03-02T09:00:00Z","description":null,"external_create_date":null,\
            "external_identity":"","external_identity_type":"","external_modify_date":"2026-03-02T09:00:00",\
            "external_source":"file_system","file_create_date":"2026-03-02T09:00:00Z","file_modify_date":\
            "2026-03-02T09:00:00Z","file_name":"Sign-off @ID@.pdf","file_size":734003,"file_type":"pdf","has_generation":\
            false,"id":1@ID@,"locked":false,"locked_date":null,"locked_user_id":null,"mime_type":"application/pdf",\
            "modify_date":"2026-03-02T09:00:00Z","name":"Sign-off @ID@.pdf","owner_id":1000,"provider_id":1,"version_id":\
            2@ID@,"version_number":2,"version_number_major":0,"version_number_minor":2,"version_number_name":"2"}}}""";

    private VendorPages() {}

    /** A page of hits from the one that follows a place on, and none beyond the end. */
    static PlainServer.Answer hits(String body, int size, int total) {
        int after = body.indexOf("\"search_after\"");
        int first = after < 0 ? 0 : numberAtEnd(body, body.indexOf(']', after)) + 1;
        return PlainServer.Answer.of("{\"objects\":[" + items(HIT, first, size, total) + "],\"page\":1,\"pages\":"
                + (total + size - 1) / size + ",\"per_page\":" + size + ",\"total\":" + total + ",\"facets\":{}}");
    }

    /** The number at the end of the last id before a place. */
    private static int numberAtEnd(String body, int end) {
        int quote = body.lastIndexOf('"', end);
        return Integer.parseInt(body.substring(quote - DIGITS, quote));
    }

    /** A page of nodes; every answer brings another ticket. */
    static PlainServer.Answer nodes(int page, int size, int total, String ticket) {
        int pages = Math.max(1, (total + size - 1) / size);
        String body = "{\"collection\":{\"paging\":{\"limit\":" + size + ",\"page\":" + page + ",\"page_total\":"
                + pages
                + ",\"range_max\":" + Math.min(total, page * size) + ",\"range_min\":" + ((page - 1) * size + 1)
                + ",\"total_count\":" + total + "},\"sorting\":{\"sort\":[{\"key\":\"sort\",\"value\":\"asc_name\"}]}},"
                + "\"links\":{\"data\":{\"self\":{\"body\":\"\",\"content_type\":\"\",\"href\":\"/api/v2/nodes/4711/nodes\","
                + "\"method\":\"GET\",\"name\":\"\"}}},\"results\":[" + items(NODE, (page - 1) * size, size, total)
                + "]}";
        return new PlainServer.Answer(
                200,
                body,
                "Date: Mon, 02 Mar 2026 09:00:00 GMT\r\nOTCSTicket: " + ticket
                        + "\r\nOTCSTicketExpires: Mon, 02 Mar 2026 09:30:00 GMT\r\n");
    }

    private static String items(String item, int first, int size, int total) {
        StringBuilder out = new StringBuilder(item.length() * size);
        for (int i = first; i < Math.min(total, first + size); i++) {
            String digits = Integer.toString(i);
            out.append(i == first ? "" : ",").append(item.replace(ID, "0".repeat(DIGITS - digits.length()) + digits));
        }
        return out.toString();
    }

    /** The definition of the category of assets, as a form. */
    static String form() {
        StringBuilder properties = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        int number = 2;
        for (String name : new String[] {"Key", "Title", "Status", "Market", "Language"}) {
            String key = CATEGORY + "_" + number++;
            String comma = properties.isEmpty() ? "" : ",";
            properties.append(
                    comma + "\"" + key + "\":{\"type\":\"string\",\"title\":\"" + name + "\",\"maxLength\":248}");
            fields.append(comma + "\"" + key + "\":{\"label\":\"" + name + "\"}");
        }
        return "{\"forms\":[{\"data\":{},\"schema\":{\"properties\":{" + properties + "}},\"options\":{\"fields\":{"
                + fields + "}}}]}";
    }
}
