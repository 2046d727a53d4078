package gateway

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// Health is what a gateway says of itself.
type Health struct {
	TinhTrang string
	Luc       time.Time // by the gateway's clock
}

// Health asks whether the gateway runs, and its time.
func (c *Client) Health(ctx context.Context) (Health, error) {
	var w struct {
		TinhTrang string `json:"tinhTrang"`
		ThoiGian  string `json:"thoiGian"`
	}
	a, err := c.get(ctx, call{method: http.MethodGet, path: "/v1/suc-khoe", limit: maxAnswer}, "", &w)
	if err != nil {
		return Health{}, fmt.Errorf("ask for health: %w", err)
	}
	at, err := time.Parse(time.RFC3339, w.ThoiGian)
	if err != nil || w.TinhTrang == "" {
		return Health{}, a.unclear("malformed", errors.New("tinhTrang or thoiGian"))
	}
	return Health{TinhTrang: w.TinhTrang, Luc: at}, nil
}
