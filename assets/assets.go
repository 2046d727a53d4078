// Package assets holds icons, fonts, translations and the sample company,
// embedded; it imports nothing and holds no logic.
package assets
