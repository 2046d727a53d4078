package m12hsb

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D166) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D166) }

func TestProperties(t *testing.T) { formtest.Properties(t, D166) }
