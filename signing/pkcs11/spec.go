package pkcs11

import (
	"errors"
	"net/url"
	"strings"
)

// ErrSpec: a key is not named as MODULE[?token=LABEL][&cert=ID].
var ErrSpec = errors.New("token key is named in an unknown way")

// ParseSpec reads how a key is named on the command line and in settings: the path
// of the driver, then what chooses among its keys. Labels are percent-encoded
// where they hold a &, % or +.
func ParseSpec(spec string) (Choice, error) {
	path, query, _ := strings.Cut(spec, "?")
	if path == "" {
		return Choice{}, ErrSpec
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return Choice{}, errors.Join(ErrSpec, err)
	}
	choice := Choice{Module: path}
	for name, value := range values {
		if len(value) != 1 || value[0] == "" {
			return Choice{}, ErrSpec
		}
		switch name {
		case "token":
			choice.Token = value[0]
		case "cert":
			choice.Cert = value[0]
		default:
			return Choice{}, ErrSpec
		}
	}
	return choice, nil
}

// Spec writes a choice as ParseSpec reads it.
func (c Choice) Spec() string {
	var parts []string
	if c.Token != "" {
		parts = append(parts, "token="+url.QueryEscape(c.Token))
	}
	if c.Cert != "" {
		parts = append(parts, "cert="+url.QueryEscape(c.Cert))
	}
	if len(parts) == 0 {
		return c.Module
	}
	return c.Module + "?" + strings.Join(parts, "&")
}
