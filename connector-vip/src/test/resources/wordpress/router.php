<?php
// Files as they are, everything else to WordPress.
$contentconnect_path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( '/' !== $contentconnect_path && is_file( __DIR__ . rawurldecode( $contentconnect_path ) ) ) {
	return false;
}
// As other web servers have it: WordPress would take the address of a file that is missing for its own.
$_SERVER['SCRIPT_NAME'] = '/index.php';
$_SERVER['PHP_SELF']    = '/index.php';
unset( $_SERVER['PATH_INFO'] );
require __DIR__ . '/index.php';
