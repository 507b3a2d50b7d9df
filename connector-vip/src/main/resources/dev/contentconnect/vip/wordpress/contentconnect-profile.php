<?php
/**
 * Plugin Name: ContentConnect server profile
 * Description: Fields, taxonomies and types that a ContentConnect client keeps rights, versions, packages and deliveries in.
 * Version: 3
 * Requires at least: 5.6
 *
 * Copy this file to wp-content/mu-plugins. It stores nothing by itself and may be removed at any time: the data stays.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

function contentconnect_meta( $type, $fields ) {
	foreach ( $fields as $key => $kind ) {
		// Rights and keys are for those who may edit: without a context they would be shown to everybody.
		$schema = array( 'context' => array( 'edit' ) );
		$args   = array(
			'single'        => true,
			'type'          => $kind,
			'auth_callback' => function ( $allowed, $meta_key, $id ) {
				return current_user_can( 'edit_post', $id );
			},
		);
		if ( 'strings' === $kind || 'integers' === $kind ) {
			// A row for each value, so that lists can be narrowed by one.
			$args['single'] = false;
			$args['type']   = rtrim( $kind, 's' );
		} elseif ( 'array' === $kind ) {
			$schema['items'] = array( 'type' => 'string' );
		} elseif ( is_array( $kind ) ) {
			$args['type']   = 'string';
			$schema['enum'] = $kind;
		}
		$schema['type']       = $args['type'];
		$args['show_in_rest'] = array( 'schema' => $schema );
		register_post_meta( $type, $key, $args );
	}
}

/** Adds parameters to the list of a type, each narrowing by one field. */
function contentconnect_filters( $type, $filters ) {
	add_filter(
		"rest_{$type}_collection_params",
		function ( $params ) use ( $filters ) {
			foreach ( $filters as $name => $key ) {
				$params[ $name ] = array( 'type' => 'string', 'description' => "Narrows by {$key}; several values with commas." );
			}
			return $params;
		}
	);
	add_filter(
		"rest_{$type}_query",
		function ( $args, $request ) use ( $filters ) {
			foreach ( $filters as $name => $key ) {
				if ( isset( $request[ $name ] ) && '' !== $request[ $name ] ) {
					$values               = 'state' === $name ? explode( ',', $request[ $name ] ) : array( $request[ $name ] );
					// To the letter: the database by itself takes Muller for Müller.
					$args['meta_query'][] = array( 'key' => $key, 'value' => $values, 'compare' => 'IN', 'type' => 'BINARY' );
				}
			}
			return $args;
		},
		10,
		2
	);
}

add_action(
	'init',
	function () {
		$taxonomies = array(
			'region'          => 'regions',
			'brand'           => 'brands',
			'market'          => 'markets',
			'partner_program' => 'partner_programs',
		);
		foreach ( $taxonomies as $name => $base ) {
			register_taxonomy(
				$name,
				array( 'attachment', 'package' ),
				array(
					'label'                 => ucwords( str_replace( '_', ' ', $base ) ),
					'public'                => true,
					'show_in_rest'          => true,
					'rest_base'             => $base,
					'update_count_callback' => '_update_generic_term_count',
				)
			);
		}

		$supports = array( 'title', 'editor', 'author', 'revisions', 'comments', 'custom-fields' );
		register_post_type(
			'package',
			array(
				'label'        => 'Packages',
				'public'       => true,
				'show_in_rest' => true,
				'rest_base'    => 'packages',
				'supports'     => $supports,
				'taxonomies'   => array_keys( $taxonomies ),
			)
		);
		register_post_type(
			'distribution',
			array(
				'label'        => 'Distributions',
				'public'       => false,
				'show_ui'      => true,
				'show_in_rest' => true,
				'rest_base'    => 'distributions',
				'supports'     => $supports,
			)
		);

		// The states come last: WordPress writes fields in this order, and what broke off before its state is unfinished.
		contentconnect_meta(
			'attachment',
			array(
				'asset_key'         => 'string',
				'version'           => 'integer',
				'version_key'       => 'string',
				'sha256'            => 'string',
				'original_filename' => 'string',
				'state_note'        => 'string',
				'asset_root'        => 'integer',
				'asset_current'     => 'integer',
				'asset_published'   => 'integer',
				'record_only'       => 'integer',
				'market'            => 'string',
				'language'          => 'string',
				'master'            => 'string',
				'rights_status'     => 'string',
				'rights_holder'     => 'string',
				'usage_terms'       => 'string',
				'valid_from'        => 'string',
				'valid_until'       => 'string',
				'territories'       => 'array',
				'rights_json'       => 'string',
				'asset_state'       => 'string',
			)
		);
		contentconnect_meta(
			'package',
			array(
				'item_key'       => 'string',
				'asset_ids'      => 'integers',
				'asset_versions' => 'strings',
				'state'          => array( '', 'pending', 'done', 'withdrawn' ),
			)
		);
		contentconnect_meta(
			'distribution',
			array(
				'item_key'    => 'string',
				'partner'     => 'string',
				'asset_refs'  => 'strings',
				'version'     => 'string',
				'occurred_at' => 'string',
				'detail'      => 'string',
				'state'       => array( '', 'queued', 'sent', 'delivered', 'acknowledged', 'failed', 'rejected' ),
			)
		);
		contentconnect_filters( 'package', array( 'asset_id' => 'asset_ids' ) );
		contentconnect_filters(
			'distribution',
			array(
				'asset_ref' => 'asset_refs',
				'partner'   => 'partner',
				'state'     => 'state',
			)
		);
	}
);
