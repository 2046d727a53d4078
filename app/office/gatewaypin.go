package office

import (
	"context"
	"errors"
	"fmt"
	"net/url"

	"ankhai/app/gateway"
	"ankhai/storage"
)

// pinsSetting holds the pinned keys of a gateway; its address follows.
const pinsSetting = "cong-ghim:"

// GatewayPins are the keys of which a gateway's certificate chain must hold one,
// besides being verified; none: no gateway of this address is pinned.
func (o *Office) GatewayPins(ctx context.Context, address string) ([]string, error) {
	var pins []string
	err := o.store.Setting(ctx, pinsSetting+address, &pins)
	if errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return pins, err
}

// PinGateway keeps the pins of a gateway, base64 of SHA-256 each; none takes them
// away. It does not ask the gateway.
func (o *Office) PinGateway(ctx context.Context, address string, pins []string) error {
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("%w: %q", ErrBadAddress, address)
	}
	if err := gateway.CheckPins(pins); err != nil {
		return err
	}
	if err := o.store.PutSetting(ctx, pinsSetting+address, pins); err != nil {
		return fmt.Errorf("keep pins: %w", err)
	}
	o.outbox.hangUp(address)
	return nil
}

// GatewayKeys are the keys in the certificate chain that a gateway shows now, its
// own first; one of the later ones is the better pin, since it outlives a renewal.
func (o *Office) GatewayKeys(ctx context.Context, address string) ([]gateway.ServerKey, error) {
	opts, err := o.clientOptions(ctx, address)
	if err != nil {
		return nil, err
	}
	opts.Pins = nil
	return gateway.ServerKeys(ctx, opts)
}
