package m01bhyt

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D188) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D188) }

func TestProperties(t *testing.T) { formtest.Properties(t, D188) }
